import { birthDatesOf } from '../codes/birth.ts';
import { parseCodiceFiscale } from '../codes/codice-fiscale.ts';
import type { Evidence } from '../evidence.ts';

/** Of the eight digits of a date so many may have been misread. */
const mostWrong = 2;

/**
 * Takes a date of birth that no calendar has for the only one that the person's codice fiscale tells and that is nearly what was read.
 * `code` was itself read without repair; null where there is none.
 */
export function repairBirthDate(evidence: Evidence, code: string | null): Evidence {
  const { normalised, raw } = evidence;
  const parts = code === null ? null : parseCodiceFiscale(code);
  if (normalised.problem !== 'impossible-date' || parts === null) return evidence;
  const near = birthDatesOf(parts).filter((date) => wrongDigits(raw, date) <= mostWrong);
  const [only, ...others] = near;
  if (only === undefined || others.length > 0) return evidence;
  return {
    ...evidence,
    normalised: { value: only, repaired: true, corroborated: true, problem: null, candidates: [] },
  };
}

/** How many digits of an ISO date differ from those that were read, day first. */
function wrongDigits(raw: string, isoDate: string): number {
  const [year = '', month = '', day = ''] = isoDate.split('-');
  const digits = day + month + year;
  const read = raw.replace(/[\s./-]/g, '');
  if (read.length !== digits.length) return digits.length;
  return [...digits].filter((digit, place) => digit !== read[place]).length;
}
