import { editDistance } from '../normalise/characters.ts';
import { generalEndings, isKnownEnding } from '../normalise/mail-endings.ts';
import type { MailPart } from './mail-part.ts';
import { mailProviders } from './mail-providers.ts';

/** What a domain costs that is not one of many people, and one with an ending that no domain has, in letters misread. */
const prior = { unknownProvider: 0.4, unknownEnding: 2 } as const;
/** Endings shorter than this lie too close together to be guessed. */
const shortestGuess = 5;
const mostLettersWrong = 2;

/** What may stand behind the @, by what was read there: that with an ending that there is, and the providers of many. */
export function domainsOf(read: readonly string[]): MailPart[] {
  const spelt = read
    .flatMap(spellingsOfDomain)
    .filter((domain) => /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/.test(domain));
  const own = [...new Set(spelt)].map((text) => {
    const known = isKnownEnding(text.slice(text.lastIndexOf('.') + 1));
    return { text, prior: known ? prior.unknownProvider : prior.unknownEnding };
  });
  return [...own, ...mailProviders.map((text) => ({ text, prior: 0 }))];
}

/** A domain with the full stops that it needs, and with a known ending where it has one nearly. */
function spellingsOfDomain(read: string): string[] {
  const plain = read
    .replace(/[\s.,:;_'-]+/g, '.')
    .replace(/[^a-z0-9.]/g, '')
    .replace(/^\.|\.$/g, '');
  const whole = plain.replaceAll('.', '');
  const guesses = generalEndings.flatMap((ending) => {
    const isLong = ending.length >= shortestGuess;
    const lengths = isLong ? [ending.length - 1, ending.length, ending.length + 1] : [ending.length];
    return lengths.flatMap((length) => {
      const end = whole.slice(-length);
      const isNear = isLong ? editDistance(end, ending, mostLettersWrong) <= mostLettersWrong : end === ending;
      return isNear && whole.length > length + 1 ? [withEnding(plain, whole, length, ending)] : [];
    });
  });
  return [plain, ...guesses];
}

/** The stops before the ending are kept. */
function withEnding(plain: string, whole: string, length: number, ending: string): string {
  let [left, at] = [whole.length - length, 0];
  while (left > 0) {
    if (plain[at] !== '.') left -= 1;
    at += 1;
  }
  return `${plain.slice(0, at).replace(/\.$/, '')}.${ending}`;
}
