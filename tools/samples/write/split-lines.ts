import type { Hand } from './hand.ts';
import { widthOf } from './line.ts';

/** Breaks a text at spaces into at most `lines` lines; the last takes the rest. */
export function splitLines(hand: Hand, text: string, widthMm: number, lines: number): string[] {
  const broken: string[] = [];
  for (const word of text.split(' ')) {
    const last = broken.at(-1);
    const joined = last === undefined ? word : `${last} ${word}`;
    const fits = last === undefined || widthOf(hand, joined, hand.capitalMm) <= widthMm * 0.96;
    if (last !== undefined && (fits || broken.length === lines)) broken[broken.length - 1] = joined;
    else broken.push(word);
  }
  return broken;
}
