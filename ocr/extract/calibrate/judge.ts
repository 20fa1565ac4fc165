import type { Evidence } from '../evidence.ts';
import type { FieldTrace } from '../trace.ts';
import { type Calibration, type Pool, usualFalseAccepts } from './calibration.ts';
import { featuresOf } from './features.ts';
import { sigmoid, weigh } from './logistic.ts';

export interface Judgement {
  /** Probability that the value is right, 0 to 1. */
  readonly probability: number;
  /** Whether the probability is high enough to spare a person the field. */
  readonly suffices: boolean;
}

/** Fewer fields of a kind than this do not show how often it goes wrong. */
const fewFields = 20;
/** A wrong value passes a check of its own kind, such as the check character of 26, this often. */
const passesCheck = 1 / 26;
const unknown: Judgement = { probability: 0, suffices: false };

/**
 * Tells how sure a value is. What no model speaks of has no probability, and a kind of which the fit saw too little never
 * suffices.
 */
export function judge(trace: FieldTrace, calibration: Calibration, falseAccepts = usualFalseAccepts): Judgement {
  if (trace.evidence.source === 'barcode' && trace.evidence.raw !== '')
    return judgeBarcode(trace.evidence, falseAccepts);
  // Proposed, never accepted: how sure the pair is suffices to order them.
  if (trace.evidence.source === 'pair') return { probability: trace.evidence.confidence, suffices: false };
  const features = featuresOf(trace);
  const model = calibration.models.find(({ family }) => family === features?.family);
  if (features === null || model === undefined) return unknown;
  const probability = sigmoid(weigh(model.terms, features.values));
  const seen = model.seen.find(({ kind }) => kind === features.kind)?.fields ?? 0;
  const least = leastProbability(calibration, falseAccepts, poolOf(trace));
  return { probability, suffices: seen >= fewFields && least !== null && probability >= least };
}

/** Barcodes carry a check of their own, which says how sure they are: there is nothing to fit. */
function judgeBarcode({ confidence, normalised }: Evidence, falseAccepts: number): Judgement {
  const missed = (1 - confidence) * (normalised.corroborated ? passesCheck : 1);
  const probability = 1 - missed;
  return { probability, suffices: probability >= 1 - falseAccepts };
}

/** Whose threshold holds for the field. */
export function poolOf({ evidence: { source, raw, handwritten } }: FieldTrace): Pool {
  if (source !== 'text' || raw.trim() === '') return 'wordless';
  return handwritten ? 'byHand' : 'typed';
}

/** The threshold for the greatest rate that was fitted and is not above the one asked for. */
function leastProbability({ thresholds }: Calibration, falseAccepts: number, pool: Pool): number | null {
  const fitting = thresholds
    .filter((threshold) => threshold.falseAccepts <= falseAccepts)
    .toSorted((left, right) => right.falseAccepts - left.falseAccepts);
  return fitting[0]?.[pool] ?? null;
}
