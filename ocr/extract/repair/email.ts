import { isMadeOfNames } from '../checks/mail-of-person.ts';
import type { Evidence } from '../evidence.ts';

/** Letters in the number at the end of an address, as readers see its digits: l for 1, o for 0. */
const digitOf: Readonly<Record<string, string>> = { l: '1', i: '1', o: '0' };
const mostDigits = 4;

/**
 * Takes letters before the @ for the digits that they look like where the rest is then made of the names on the document:
 * porcaril3 of a Porcari is porcari13. `names` are those that were read without repair.
 */
export function repairEmail(evidence: Evidence, names: readonly string[]): Evidence {
  const { normalised } = evidence;
  if (typeof normalised.value !== 'string' || isMadeOfNames(normalised.value, names)) return evidence;
  const fitting = spellings(normalised.value).filter((spelling) => isMadeOfNames(spelling, names));
  const [only, ...others] = fitting;
  if (only === undefined || others.length > 0) return evidence;
  // Beside a digit an l is a 1 that two readers in three take for a letter, as in the number of a document: nothing is supposed.
  const isStem = only === stemsInNumber(normalised.value);
  return { ...evidence, normalised: { ...normalised, value: only, repaired: normalised.repaired || !isStem } };
}

/** The address with every l of the number at its end taken for a 1. */
function stemsInNumber(address: string): string {
  return address.replace(/[l\d]*\d[l\d]*(?=@)/, (number) => number.replaceAll('l', '1'));
}

/** The address with its last one to four letters or digits before the @ taken for digits. */
function spellings(address: string): string[] {
  const at = address.indexOf('@');
  return (
    Array.from({ length: mostDigits }, (_, index) => at - 1 - index)
      // An i is an i where no digit stands beside it: pompei is not pompe1 because the name was read as Pompe.
      .filter((start) => start > 0 && /[\dl]/.test(address.slice(start, at)))
      .map(
        (start) =>
          address.slice(0, start) +
          [...address.slice(start, at)].map((c) => digitOf[c] ?? c).join('') +
          address.slice(at),
      )
      .filter((spelling, index, all) => spelling !== address && all.indexOf(spelling) === index)
  );
}
