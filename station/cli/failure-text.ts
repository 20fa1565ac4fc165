import type { Bilingual } from '../../contract/common.ts';
import { type FailureCode, failureCodeSchema } from '../../ocr/model/failure.ts';
import { failureTexts } from '../texts/failures.ts';

/** Why a file or page could not be used, as results state it: the English text for people, then the cause for whoever looks closer. */
export function describeFailure(code: FailureCode, detail: string | null): string {
  return `${beginning(code)}${detail ? `: ${detail}` : ''}]`;
}

/** The same in a person's language, from what results state. */
export function failureIn(language: keyof Bilingual, described: string): string {
  const code = failureCodeSchema.options.find((one) => described.startsWith(beginning(one)));
  return code === undefined ? described : described.replace(failureTexts[code].en, failureTexts[code][language]);
}

/** Whether a file was left out only because its bytes are there already, which is no failure. */
export function isDuplicate(described: string): boolean {
  return described.startsWith(beginning('duplicate-in-batch'));
}

function beginning(code: FailureCode): string {
  return `${failureTexts[code].en} [${code}`;
}
