import { listed, type Mask } from './mask.ts';

/** What may stand at each place, and how many characters there are at least. */
export interface CodeShape {
  /** L a letter, D a digit, O a digit or the letter that omocodia puts in its place, X a letter or a digit. */
  readonly places: string;
  readonly least: number;
}

const atPlace: Readonly<Record<string, RegExp>> = {
  L: /[A-Z]/,
  D: /\d/,
  O: /[\dLMNPQRSTUV]/,
  X: /[A-Z\d]/,
};
const separators = /[\s.\-_/·]/g;
const openPlace = '·';

/** A code of capitals and digits without gaps, or shown in groups of `groupLength`. */
export function codeMask(shapeOf: (code: string) => CodeShape, groupLength: number | null = null): Mask {
  const strip = (text: string): string => text.toUpperCase().replace(separators, '');
  const group = (code: string): string =>
    groupLength === null ? code : (code.match(new RegExp(`.{1,${groupLength}}`, 'gsu')) ?? []).join(' ');
  return {
    strip,
    dress: (text) => group(strip(text)),
    check(text) {
      const code = strip(text);
      const { places, least } = shapeOf(code);
      const unfit = [...code].filter((character, place) => atPlace[places[place] ?? '']?.test(character) === false);
      if (unfit.length > 0) return { kind: 'unfit', characters: listed(unfit) };
      if (code.length > places.length) return { kind: 'surplus', count: code.length - places.length };
      return code === '' || code.length >= least ? null : { kind: 'missing', count: least - code.length };
    },
    rest(text) {
      const code = strip(text);
      const { places, least } = shapeOf(code);
      if (places.length !== least) return '';
      return group(code + openPlace.repeat(Math.max(0, least - code.length))).slice(group(code).length);
    },
  };
}

/** A code with the same places whatever it begins with. */
export function fixedCode(places: string, least = places.length): Mask {
  return codeMask(() => ({ places, least }));
}
