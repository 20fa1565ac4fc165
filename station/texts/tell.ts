import type { Bilingual } from '../../contract/common.ts';
import { type FailureCode, failureCodeSchema } from '../../ocr/model/failure.ts';
import type { FieldReason } from '../../ocr/model/field.ts';
import { failureTexts } from './failures.ts';
import { type PolicyReason, policyTexts } from './policies.ts';
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

export function tellPolicy(code: PolicyReason): Told<PolicyReason> {
  return { code, message: policyTexts[code] };
}

const errorsOverLimit: Bilingual = {
  it: 'Nei campioni di questo lotto si sono trovati troppi errori: tutti i campi di quel tipo vanno controllati.',
  en: 'Too many errors were found in the samples of this batch: every field of that kind is to be checked.',
};

const formNotInstalled: Bilingual = {
  it: 'Il modulo riconosciuto non è installato su questa postazione. Installarlo e importare di nuovo i file in un altro lotto.',
  en: 'The form that was recognised is not installed on this workstation. Install it and import the files again into another batch.',
};

/** Tells why the machine could not make more of a document, or sent it back; null when the note is a person's. */
export function tellMachineNote(note: string): Told<string> | null {
  if (note === 'form-not-installed') return { code: note, message: formNotInstalled };
  if (note === 'errors-over-limit') return { code: note, message: errorsOverLimit };
  const code = failureCodeSchema.safeParse(note);
  return code.success ? tellFailure(code.data) : null;
}
