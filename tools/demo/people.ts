import type { Account } from '../../contract/account.ts';
import type { DocumentDetail, Field, Verdict } from '../../contract/document.ts';
import { sameValue } from '../../ocr/extract/same-value.ts';
import type { FieldValue } from '../../ocr/model/field.ts';
import type { Verification } from '../../station/verify/verification.ts';

/** What an invented clerk, who reads the paper without error, says of a field. */
export function answer(field: Field, truth: FieldValue): Verdict {
  if (sameValue(field.value, truth) && field.value !== null) return { kind: 'confirm' };
  if (truth === null) return { kind: 'empty' };
  return { kind: 'key', value: Array.isArray(truth) ? truth.join(',') : String(truth) };
}

export interface ClerkWork {
  readonly confirmed: number;
  readonly keyed: number;
}

/** Answers every open field of a document from the truth, then ends its verification. */
export async function verifyDocument(
  verification: Verification,
  clerk: Account,
  documentId: string,
  truthOf: (pointer: string) => FieldValue,
): Promise<ClerkWork> {
  const work = { confirmed: 0, keyed: 0 };
  let detail: DocumentDetail = await verification.get(clerk, documentId);
  // A word can open another field, for example when a corrected date contradicts a code, and a value that breaks a rule is
  // asked for once more: hence a loop with a bound instead of one pass.
  for (let round = 0; round < 500; round += 1) {
    const field = detail.fields.find(({ open }) => open);
    if (field === undefined) break;
    const verdict = answer(field, truthOf(field.pointer));
    work[verdict.kind === 'confirm' ? 'confirmed' : 'keyed'] += 1;
    detail = await verification.decide(clerk, { documentId, pointer: field.pointer }, verdict);
  }
  if (detail.state !== 'verified') await verification.finish(clerk, documentId);
  return work;
}
