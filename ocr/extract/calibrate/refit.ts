import { lowerBound } from './bound.ts';
import type { Calibration, Model, Pool, Term, Threshold } from './calibration.ts';
import { countSeen, fitModel, type Observation, penalties, probabilityBy } from './fit.ts';
import { fitLogistic } from './logistic.ts';

/** How sure it must be that verdicts break a threshold's promise. */
const brokenLevel = 0.95;

/**
 * What one field of the shipped fit counts for against one that a person of this workstation has judged. Drawn samples are
 * not the office's own paper, and still far better than a handful of verdicts.
 */
const shareOfShipped = 0.25;

/**
 * Brings a calibration up to date with fields that people have judged. The shipped fit is the prior (Bayes' rule, in
 * Laplace's approximation): a few verdicts change little, many outweigh it. Thresholds are only ever raised: people mostly
 * see fields that the machine doubts, which shows too little of those it accepts to accept more of them.
 */
export function refitCalibration(shipped: Calibration, observations: readonly Observation[]): Calibration {
  const models = shipped.models.map((model) => refitModel(model, ofFamily(observations, model)));
  const known = new Set(shipped.models.map(({ family }) => family));
  const others = Map.groupBy(
    observations.filter(({ features }) => !known.has(features.family)),
    ({ features }) => features.family,
  );
  const all = [...models, ...[...others].map(([family, own]) => fitModel(family, own))];
  return {
    ...shipped,
    origin: { ...shipped.origin, verdicts: observations.length },
    models: all,
    thresholds: shipped.thresholds.map((threshold) => raise(threshold, all, observations)),
  };
}

function ofFamily(observations: readonly Observation[], { family }: Model): Observation[] {
  return observations.filter(({ features }) => features.family === family);
}

function refitModel(model: Model, observations: readonly Observation[]): Model {
  if (observations.length === 0) return model;
  const learnt = new Set(model.terms.map(({ feature }) => feature));
  const prior: Term[] = [
    ...model.terms.map((term) => ({ ...term, precision: term.precision * shareOfShipped })),
    ...penalties(observations).filter(({ feature }) => !learnt.has(feature)),
  ];
  const outcomes = observations.map(({ features, right }) => ({ values: features.values, right }));
  return { ...model, terms: fitLogistic(outcomes, prior), seen: addSeen(model.seen, countSeen(observations)) };
}

function addSeen(before: Model['seen'], added: Model['seen']): Model['seen'] {
  const kinds = [...new Set([...before, ...added].map(({ kind }) => kind))].toSorted();
  return kinds.map((kind) => {
    const parts = [...before, ...added].filter((seen) => seen.kind === kind);
    const sum = (count: 'fields' | 'wrong') => parts.reduce((total, part) => total + part[count], 0);
    return { kind, fields: sum('fields'), wrong: sum('wrong') };
  });
}

function raise(threshold: Threshold, models: readonly Model[], observations: readonly Observation[]): Threshold {
  const { falseAccepts } = threshold;
  const foreseen = observations
    .filter(({ acceptable }) => acceptable)
    .map(({ features, right, pool }) => ({ right, pool, probability: probabilityBy(models, features) }));
  const raised = (pool: Pool) =>
    raiseWhileBroken(
      threshold[pool],
      foreseen.filter((one) => one.pool === pool),
      falseAccepts,
    );
  return { falseAccepts, typed: raised('typed'), byHand: raised('byHand'), wordless: raised('wordless') };
}

/** Raises a threshold above the least probable wrong value for as long as the verdicts show that too many are wrong. */
function raiseWhileBroken(
  least: number | null,
  foreseen: readonly { readonly right: boolean; readonly probability: number }[],
  falseAccepts: number,
): number | null {
  if (least === null) return null;
  const accepted = foreseen.filter(({ probability }) => probability >= least);
  const wrong = accepted.filter(({ right }) => !right).map(({ probability }) => probability);
  if (lowerBound(wrong.length, accepted.length, brokenLevel) <= falseAccepts) return least;
  const next = Math.min(...wrong) + 1e-6;
  return next > 1 ? null : raiseWhileBroken(next, foreseen, falseAccepts);
}
