import { editDistance } from '../../../ocr/extract/normalise/characters.ts';
import { type Affine, applyAffine, invertAffine, type RectMm } from '../../../ocr/model/geometry.ts';
import type { Word } from '../../../ocr/model/reading.ts';

/** A line whose text is known, in millimetres of the layout. */
export interface TruthLine {
  readonly text: string;
  readonly rectMm: RectMm;
}

export interface CharacterErrors {
  readonly errors: number;
  readonly characters: number;
}

/** One spelling for what engines write differently without meaning another text. */
export function foldText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[’‘`´]/g, "'")
    .replace(/[“”«»]/g, '"')
    .replace(/[—–−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

interface PlacedWord {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

function placeWords(words: readonly Word[], toCaptured: Affine): PlacedWord[] {
  const toMm = invertAffine(toCaptured);
  return words.map(({ text, box }) => ({
    text,
    ...applyAffine(toMm, { x: (box[0] + box[2]) / 2, y: (box[1] + box[3]) / 2 }),
  }));
}

function textInside(words: readonly PlacedWord[], { x, y, width, height }: RectMm): string {
  const marginMm = 1;
  return words
    .filter(
      (word) =>
        word.x >= x - marginMm &&
        word.x <= x + width + marginMm &&
        word.y >= y - marginMm / 2 &&
        word.y <= y + height + marginMm / 2,
    )
    .toSorted((left, right) => left.x - right.x)
    .map(({ text }) => text)
    .join(' ');
}

/**
 * Counts character errors line by line: the words whose middle lies on a line, from left to right, against its text.
 * A line costs at most its own length, so that stray words do not outweigh lost ones.
 */
export function countErrors(words: readonly Word[], lines: readonly TruthLine[], toCaptured: Affine): CharacterErrors {
  const placed = placeWords(words, toCaptured);
  return lines.reduce(
    (total, line) => {
      const truth = foldText(line.text);
      const errors = Math.min(
        truth.length,
        editDistance(foldText(textInside(placed, line.rectMm)), truth, Number.POSITIVE_INFINITY),
      );
      return { errors: total.errors + errors, characters: total.characters + truth.length };
    },
    { errors: 0, characters: 0 },
  );
}

/** Harmonic mean of precision and recall of words as a bag, without order (as FUNSD is commonly scored). */
export function wordScore(
  pages: readonly { readonly read: readonly string[]; readonly truth: readonly string[] }[],
): number {
  let hits = 0;
  let read = 0;
  let truth = 0;
  for (const page of pages) {
    const left = new Map<string, number>();
    for (const word of page.truth) left.set(word, (left.get(word) ?? 0) + 1);
    for (const word of page.read) {
      const count = left.get(word) ?? 0;
      if (count > 0) hits += 1;
      left.set(word, count - 1);
    }
    read += page.read.length;
    truth += page.truth.length;
  }
  return (2 * hits) / Math.max(1, read + truth);
}
