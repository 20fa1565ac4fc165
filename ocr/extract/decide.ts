import type { ExtractedField, FieldReason, FieldStatus } from '../model/field.ts';
import type { Calibration } from './calibrate/calibration.ts';
import { judge } from './calibrate/judge.ts';
import type { Agreement } from './checks/agreement.ts';
import { hasStrayMark } from './evidence/stray-marks.ts';
import type { Evidence } from './evidence.ts';
import type { FieldTrace } from './trace.ts';

/** Why a field needs a person however probable its value is. */
export interface Obstacle {
  readonly status: Exclude<FieldStatus, 'accepted'>;
  readonly reason: FieldReason;
}

function obstacleOfEmpty({ evidence, schema, demanded }: FieldTrace): Obstacle | null {
  if (evidence.doubt !== null) return { status: 'doubtful', reason: evidence.doubt };
  // Characters that no rule could make a value of are not the same as nothing written.
  if (evidence.source === 'text' && /[\p{L}\p{N}?]/u.test(evidence.raw))
    return { status: 'doubtful', reason: 'pattern' };
  if (demanded || schema.absent.has(evidence.description.pointer))
    return { status: 'missing', reason: 'required-empty' };
  return null;
}

function doubtOf(evidence: Evidence, agreement: Agreement): FieldReason | null {
  const { pointer } = evidence.description;
  if (evidence.doubt !== null) return evidence.doubt;
  if (evidence.policy !== 'accept') return 'policy';
  if (evidence.normalised.problem === 'unknown-comune') return 'unknown-comune';
  const contradiction = agreement.contradicted.get(pointer);
  if (contradiction !== undefined) return contradiction;
  // Free handwriting is only ever proposed; in the cells of a comb its probability decides.
  if (evidence.handwritten && !evidence.inCells) return evidence.normalised.repaired ? 'repaired' : 'handwritten';
  if (evidence.normalised.repaired && !agreement.confirmed.has(pointer)) return 'repaired';
  return isDigitDisputed(evidence, agreement) || isStrayMarked(evidence) ? 'low-confidence' : null;
}

function isStrayMarked({ source, description, normalised }: Evidence): boolean {
  return source === 'text' && !normalised.corroborated && hasStrayMark(description.kind, String(normalised.value));
}

/**
 * Whether one reader sees a digit where the value has a letter, or the other way round, and nothing but the readers speaks
 * for the value. Tesseract's two networks share what they take for likely, SERIE ST for SERIE 3T: together they are no majority.
 * Readers of two kinds are one.
 */
function isDigitDisputed({ support, normalised, description }: Evidence, { confirmed }: Agreement): boolean {
  return (
    support.dissentingInDigits > 0 &&
    support.kindsAgreeing < 2 &&
    !normalised.corroborated &&
    !confirmed.has(description.pointer)
  );
}

/** What keeps a field from being accepted before its probability is asked for; null where nothing does. */
export function obstacleOf(trace: FieldTrace): Obstacle | null {
  const { evidence, agreement, schema } = trace;
  const { value, problem } = evidence.normalised;
  if (value === null) return obstacleOfEmpty(trace);
  if (problem !== null && problem !== 'unknown-comune') return { status: 'invalid', reason: problem };
  if (schema.broken.has(evidence.description.pointer)) return { status: 'invalid', reason: 'schema' };
  const doubt = doubtOf(evidence, agreement);
  return doubt === null ? null : { status: 'doubtful', reason: doubt };
}

/** Decides what a person must see, and how sure the value is. */
export function decide(
  trace: FieldTrace,
  calibration: Calibration,
): Pick<ExtractedField, 'status' | 'reason' | 'confidence'> {
  const { probability: confidence, suffices } = judge(trace, calibration);
  const obstacle = obstacleOf(trace);
  if (obstacle !== null) return { confidence, ...obstacle };
  const { handwritten, normalised } = trace.evidence;
  if (!suffices) return { confidence, status: 'doubtful', reason: handwritten ? 'handwritten' : 'low-confidence' };
  if (trace.evidence.isDashed) return { confidence, status: 'accepted', reason: 'nothing-said' };
  return { confidence, status: 'accepted', reason: normalised.repaired ? 'repaired' : null };
}
