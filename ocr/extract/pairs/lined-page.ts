import type { Word } from '../../model/reading.ts';
import type { Rules } from '../../model/rules.ts';

/** The words of an upright, level page, line by line. */
export interface LinedPage {
  /** From top to bottom, each from left to right. */
  readonly lines: readonly (readonly Word[])[];
  /** Height of a typical word; 0 on a page without any. */
  readonly wordHeight: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly rules: Rules;
}

/** A page but for its words. */
export interface Sheet {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly rules: Rules;
}

export function lineUp(words: readonly Word[], { widthPx, heightPx, rules }: Sheet): LinedPage {
  const written = words.filter(({ text }) => text.trim() !== '');
  return { lines: groupLines(written), wordHeight: heightOfWords(written), widthPx, heightPx, rules };
}

/** Height of a typical word; 0 where there is none. */
export function heightOfWords(words: readonly Word[]): number {
  return median(words.filter(({ text }) => text.trim() !== '').map(heightOf));
}

function groupLines(words: readonly Word[]): Word[][] {
  const lines: { middle: number; height: number; words: Word[] }[] = [];
  for (const word of words.toSorted((left, right) => middleOf(left) - middleOf(right))) {
    const line = lines.findLast(
      (candidate) => Math.abs(candidate.middle - middleOf(word)) < 0.5 * Math.max(candidate.height, heightOf(word)),
    );
    if (line === undefined) {
      lines.push({ middle: middleOf(word), height: heightOf(word), words: [word] });
    } else {
      line.words.push(word);
      line.middle += (middleOf(word) - line.middle) / line.words.length;
    }
  }
  return lines.map((line) => line.words.toSorted((left, right) => left.box[0] - right.box[0]));
}

function heightOf({ box }: Word): number {
  return box[3] - box[1];
}

function middleOf({ box }: Word): number {
  return (box[1] + box[3]) / 2;
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
