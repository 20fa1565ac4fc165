import type { Bilingual } from '../../contract/common.ts';
import type { FailureCode } from '../../ocr/model/failure.ts';
import type { FieldReason } from '../../ocr/model/field.ts';
import { failureTexts } from './failures.ts';
import { reasonTexts } from './reasons.ts';

/** A closed code beside its text. */
export interface Told<Code extends string> {
  readonly code: Code;
  readonly message: Bilingual;
}

export function tellFailure(code: FailureCode): Told<FailureCode> {
  return { code, message: failureTexts[code] };
}

export function tellReason(code: FieldReason): Told<FieldReason> {
  return { code, message: reasonTexts[code] };
}
