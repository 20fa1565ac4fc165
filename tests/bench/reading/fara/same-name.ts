import { editDistance } from '../../../../ocr/extract/normalise/characters.ts';

/** Letters and digits alone, in capitals. */
function fold(name: string): string {
  return name
    .normalize('NFD')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
}

/** Whether two names are the same but for case, spaces, accents and punctuation. */
export function isSameName(read: string, truth: string): boolean {
  return fold(read) === fold(truth);
}

/** Share of the characters that may differ. */
const tolerance = 0.15;

/**
 * Whether a name is that of the register as far as the paper can tell: the register adds a town or a legal form behind a comma or
 * in brackets, the paper an address behind the name.
 */
export function isVariantOfName(read: string, truth: string): boolean {
  const [stem = ''] = truth.split(/, | \(| - /);
  return [truth, stem].map(fold).some((name) => {
    const start = fold(read).slice(0, name.length);
    return name !== '' && editDistance(start, name, Number.POSITIVE_INFINITY) <= tolerance * name.length;
  });
}
