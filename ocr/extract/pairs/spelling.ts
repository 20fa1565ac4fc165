import { isLabelWord } from './label-words.ts';

/** How a word is written, as far as it tells labels from what is filled in. */
export interface Spelling {
  /** Ends in a colon, as labels do. */
  readonly colon: number;
  /** Share of digits among letters and digits. */
  readonly digits: number;
  /** All capitals, two or more. */
  readonly capitals: number;
  /** A capital, then small letters. */
  readonly title: number;
  /** Begins with a small letter. */
  readonly small: number;
  /** Ends a sentence or part of one. */
  readonly stop: number;
  /** Neither letter nor digit in it. */
  readonly bare: number;
  /** Names a field on many forms. */
  readonly names: number;
}

export const noSpelling: Spelling = {
  ...{ colon: 0, digits: 0, capitals: 0, title: 0, small: 0, stop: 0, bare: 0, names: 0 },
};

export function spellingOf(text: string): Spelling {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const digits = text.match(/\p{N}/gu)?.length ?? 0;
  const isCapitals = letters > 1 && !/\p{Ll}/u.test(text);
  return {
    colon: flag(/[:;]$/.test(text)),
    digits: digits / Math.max(1, letters + digits),
    capitals: flag(isCapitals),
    title: flag(/^\P{L}*\p{Lu}/u.test(text) && !isCapitals),
    small: flag(/^\P{L}*\p{Ll}/u.test(text)),
    stop: flag(/[.,]$/.test(text)),
    bare: flag(letters + digits === 0),
    names: flag(isLabelWord(text)),
  };
}

export function flag(holds: boolean): number {
  return holds ? 1 : 0;
}
