import type { Bilingual } from '../../contract/common.ts';
import { type FailureCode, failureCodeSchema } from '../../ocr/model/failure.ts';
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

const formNotInstalled: Bilingual = {
  it: 'Il modulo riconosciuto non è installato su questa postazione. Installarlo e importare di nuovo i file in un altro lotto.',
  en: 'The form that was recognised is not installed on this workstation. Install it and import the files again into another batch.',
};

/** Tells why the machine could not make more of a document; null when the note is a person's. */
export function tellMachineNote(note: string): Told<string> | null {
  if (note === 'form-not-installed') return { code: note, message: formNotInstalled };
  const code = failureCodeSchema.safeParse(note);
  return code.success ? tellFailure(code.data) : null;
}
