import type { FieldReason, FieldStatus } from '../model/field.ts';
import type { Agreement } from './checks/agreement.ts';
import type { Evidence } from './evidence.ts';
import { leastConfidence, leastMarkConfidence } from './thresholds.ts';
import type { SchemaFindings } from './validate.ts';

export interface Decision {
  readonly status: FieldStatus;
  readonly reason: FieldReason | null;
}

function isMark(evidence: Evidence): boolean {
  return evidence.description.type === 'boolean' || evidence.description.options.length > 0;
}

function decideEmpty(evidence: Evidence, required: boolean): Decision {
  if (evidence.doubt !== null) return { status: 'doubtful', reason: evidence.doubt };
  // Characters that no rule could make a value of are not the same as nothing written.
  if (evidence.isText && /[\p{L}\p{N}?]/u.test(evidence.raw)) return { status: 'doubtful', reason: 'pattern' };
  if (required) return { status: 'missing', reason: 'required-empty' };
  return { status: 'accepted', reason: null };
}

function doubtOf(evidence: Evidence, agreement: Agreement): FieldReason | null {
  const { pointer, kind } = evidence.description;
  const confirmed = agreement.confirmed.has(pointer);
  if (evidence.doubt !== null) return evidence.doubt;
  if (evidence.policy !== 'accept') return 'policy';
  if (evidence.normalised.problem === 'unknown-comune') return 'unknown-comune';
  const contradiction = agreement.contradicted.get(pointer);
  if (contradiction !== undefined) return contradiction;
  if (evidence.handwritten) return 'handwritten';
  if (confirmed) return null;
  if (evidence.normalised.repaired) return 'repaired';
  const least = isMark(evidence) ? leastMarkConfidence : leastConfidence[kind];
  return evidence.confidence < least ? 'low-confidence' : null;
}

/** Decides what a person must see. `required` already tells whether the field's row is in use. */
export function decide(evidence: Evidence, schema: SchemaFindings, agreement: Agreement, required: boolean): Decision {
  const { value, problem } = evidence.normalised;
  if (value === null) return decideEmpty(evidence, required || schema.absent.has(evidence.description.pointer));
  if (problem !== null && problem !== 'unknown-comune') return { status: 'invalid', reason: problem };
  if (schema.broken.has(evidence.description.pointer)) return { status: 'invalid', reason: 'schema' };
  const doubt = doubtOf(evidence, agreement);
  if (doubt !== null) return { status: 'doubtful', reason: doubt };
  return { status: 'accepted', reason: evidence.normalised.repaired ? 'repaired' : null };
}

/** Confidence after the rules: a field that another confirms is rarely wrong, one that is contradicted often is. */
export function weighConfidence(evidence: Evidence, agreement: Agreement): number {
  const { pointer } = evidence.description;
  if (agreement.contradicted.has(pointer) || evidence.normalised.problem !== null) return evidence.confidence * 0.5;
  if (agreement.confirmed.has(pointer)) return 1 - (1 - evidence.confidence) * 0.05;
  return evidence.normalised.corroborated ? 1 - (1 - evidence.confidence) * 0.3 : evidence.confidence;
}
