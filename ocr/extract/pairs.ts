import type { Pair, Word } from '../model/reading.ts';
import { findSegments, type Segment, segmentOf } from './lines.ts';

interface PageSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

function toPair(label: Segment, value: Segment, certainty: number): Pair {
  const words = [...label.words, ...value.words];
  const reading = words.reduce((total, word) => total + word.confidence, 0) / words.length;
  return {
    label: { text: label.text.replace(/\s*[:.…_]+$/, ''), box: label.box },
    value: { text: value.text, box: value.box },
    confidence: certainty * reading,
  };
}

/** Splits "Cognome: ROSSI" at its last colon that has words on both sides. */
function splitAtColon(segment: Segment): { label: Segment; value: Segment } | null {
  const place = segment.words.findIndex(({ text }, index) => text.endsWith(':') && index < segment.words.length - 1);
  if (place < 0) return null;
  return { label: segmentOf(segment.words.slice(0, place + 1)), value: segmentOf(segment.words.slice(place + 1)) };
}

function looksLikeLabel(segment: Segment): boolean {
  const letters = segment.text.replace(/[^\p{L}]/gu, '').length;
  return segment.text.endsWith(':') && letters >= 2 && segment.words.length <= 8;
}

function valueBelow(label: Segment, next: readonly Segment[] | undefined): Segment | null {
  const height = label.box[3] - label.box[1];
  const below = next?.find(
    (segment) =>
      segment.box[0] < label.box[2] && segment.box[2] > label.box[0] && segment.box[1] - label.box[3] < 2 * height,
  );
  return below && !looksLikeLabel(below) ? below : null;
}

/**
 * Finds labels with their values among the words of a page without a layout: a text that ends with a colon, and what
 * stands behind it on the line, to its right, or right under it. Boxes are in the unit of the words'.
 */
export function findPairs(words: readonly Word[], page: PageSize): Pair[] {
  const lines = findSegments(words);
  const farPx = 0.35 * page.widthPx;
  return lines.flatMap((line, row) =>
    line.flatMap((segment, column): Pair[] => {
      const split = splitAtColon(segment);
      if (split) return [toPair(split.label, split.value, 0.9)];
      if (!looksLikeLabel(segment)) return [];
      const right = line[column + 1];
      if (right && right.box[0] - segment.box[2] < farPx && !looksLikeLabel(right))
        return [toPair(segment, right, 0.8)];
      const below = valueBelow(segment, lines[row + 1]);
      return below ? [toPair(segment, below, 0.6)] : [];
    }),
  );
}
