import {
  type Calibration,
  type Family,
  familySchema,
  type Model,
  type Pool,
  type Term,
  type Threshold,
} from './calibration.ts';
import type { Features } from './features.ts';
import { fitLogistic, sigmoid, weigh } from './logistic.ts';
import { expectedCalibrationError, type Forecast, reliability } from './reliability.ts';
import { findThreshold } from './threshold.ts';

/** A field whose truth is known. */
export interface Observation {
  readonly document: string;
  readonly features: Features;
  readonly right: boolean;
  readonly pool: Pool;
  /** No rule keeps it from being accepted, so that its probability decides. */
  readonly acceptable: boolean;
}

const folds = 10;
/** Shares of false accepts for which thresholds are kept, so that a profile may ask for another than the usual. */
const targets: readonly number[] = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02];
/**
 * How sure it must be that a threshold keeps its promise. Surer than usual: fields of one document err together, and rules were made
 * by what these documents showed.
 */
const boundLevel = 0.99;

/** Strength of the penalty on weights: that of a prior on which plain evidence moves the log odds by about 1. */
const usualPrecision = 1;
const interceptPrecision = 0.01;

/** The prior of weights of which nothing is known yet: none, held there by the usual penalty. */
export function penalties(observations: readonly Observation[]): Term[] {
  const features = new Set(observations.flatMap(({ features }) => [...features.values.keys()]));
  return [...features].toSorted().map((feature) => ({
    feature,
    weight: 0,
    precision: feature === 'always' ? interceptPrecision : usualPrecision,
  }));
}

/** Fields of each kind among the observations, and how many of them are wrong. */
export function countSeen(observations: readonly Observation[]): Model['seen'] {
  const kinds = [...new Set(observations.map(({ features }) => features.kind))].toSorted();
  return kinds.map((kind) => {
    const own = observations.filter(({ features }) => features.kind === kind);
    return { kind, fields: own.length, wrong: own.filter(({ right }) => !right).length };
  });
}

export function fitModel(family: Family, observations: readonly Observation[]): Model {
  const outcomes = observations.map(({ features, right }) => ({ values: features.values, right }));
  const terms = fitLogistic(outcomes, penalties(observations)).map(shorten);
  return { family, terms, seen: countSeen(observations) };
}

/** As many digits as mean anything: what is written into a file should be readable. */
function shorten({ feature, weight, precision }: Term): Term {
  return { feature, weight: Number(weight.toPrecision(6)), precision: Number(precision.toPrecision(4)) };
}

function fitModels(observations: readonly Observation[]): Model[] {
  return familySchema.options.flatMap((family) => {
    const own = observations.filter(({ features }) => features.family === family);
    return own.length === 0 ? [] : [fitModel(family, own)];
  });
}

/** The probability that the models give; 0 where none speaks of the family. */
export function probabilityBy(models: readonly Model[], { family, values }: Features): number {
  const model = models.find((candidate) => candidate.family === family);
  return model === undefined ? 0 : sigmoid(weigh(model.terms, values));
}

export interface Foreseen extends Forecast {
  readonly observation: Observation;
}

/** Gives every field the probability that models fitted without its document foresee. */
export function crossValidate(observations: readonly Observation[]): Foreseen[] {
  const documents = [...new Set(observations.map(({ document }) => document))];
  const foldOf = new Map(documents.map((document, index) => [document, index % folds]));
  return Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const held = observations.filter(({ document }) => foldOf.get(document) === fold);
    const models = fitModels(observations.filter(({ document }) => foldOf.get(document) !== fold));
    return held.map((observation): Foreseen => {
      const probability = probabilityBy(models, observation.features);
      return { observation, probability, right: observation.right };
    });
  });
}

function thresholdsFrom(foreseen: readonly Foreseen[]): Threshold[] {
  const acceptable = foreseen.filter(({ observation }) => observation.acceptable);
  const pool = (wanted: Pool) => acceptable.filter(({ observation }) => observation.pool === wanted);
  return targets.map((falseAccepts) => ({
    falseAccepts,
    typed: findThreshold(pool('typed'), falseAccepts, boundLevel),
    byHand: findThreshold(pool('byHand'), falseAccepts, boundLevel),
    wordless: findThreshold(pool('wordless'), falseAccepts, boundLevel),
  }));
}

/**
 * Fits a calibration to fields whose truth is known. Its thresholds are chosen on probabilities that were foreseen for
 * documents outside the fit.
 */
export function fitCalibration(observations: readonly Observation[], origin: Calibration['origin']): Calibration {
  const foreseen = crossValidate(observations);
  return {
    format: 'tabularium-calibration-1',
    origin,
    models: fitModels(observations),
    thresholds: thresholdsFrom(foreseen),
    crossValidation: {
      folds,
      fields: foreseen.length,
      expectedCalibrationError: Number(expectedCalibrationError(reliability(foreseen)).toPrecision(4)),
    },
  };
}
