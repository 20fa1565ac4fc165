import { createHash } from 'node:crypto';
import { describeField } from '../../../ocr/extract/describe.ts';
import type { ExtractedFields } from '../../../ocr/model/field.ts';
import { type FormPackage, formKey } from '../../../ocr/model/form.ts';
import { insertCheck } from '../../store/checks.ts';
import type { Transaction } from '../../store/connection.ts';
import { isPractice } from '../../store/practice.ts';
import { planOfBatch, planOfField } from './plan.ts';

export interface DocumentToCheck {
  readonly batchId: string;
  readonly documentId: string;
  readonly form: FormPackage;
  readonly fields: ExtractedFields;
}

/**
 * Draws among the accepted fields of a new document those that a person is asked all the same, without being told that the
 * machine was sure. Returns their pointers. Practice piles have none: their score is counted otherwise. Fields without a value are left out: a form has many, and most say nothing.
 */
export function drawChecks(transaction: Transaction, document: DocumentToCheck): ReadonlySet<string> {
  const { batchId, documentId, form, fields } = document;
  if (isPractice(transaction, batchId)) return new Set();
  const plan = planOfBatch(transaction, batchId);
  const key = formKey(form.manifest);
  const drawn = new Set<string>();
  for (const [pointer, { status, value }] of Object.entries(fields)) {
    if (status !== 'accepted' || value === null) continue;
    if (chanceOf(plan.seed, documentId, pointer) >= planOfField(plan, key, pointer).sampleRate) continue;
    insertCheck(transaction, { documentId, pointer, cause: 'sample', kind: kindOf(form, pointer) });
    drawn.add(pointer);
  }
  return drawn;
}

/** Kind of a field's value, what its errors are counted by. */
export function kindOf(form: FormPackage, pointer: string): string {
  return describeField(form.schema, pointer)?.kind ?? 'text';
}

/** A number in [0, 1) that the seed repeats: the first 48 bits of a SHA-256, which nobody can steer. */
function chanceOf(seed: string, documentId: string, pointer: string): number {
  const hash = createHash('sha256').update(`${seed}\n${documentId}\n${pointer}`).digest();
  return hash.readUIntBE(0, 6) / 2 ** 48;
}
