import type { Box } from './view.ts';

export interface PlacedWord {
  readonly text: string;
  /** On the upright picture, in captured pixels. */
  readonly box: Box;
}

/** The words whose middle lies in a box, in the order given, joined by spaces. */
export function wordsWithin(words: readonly PlacedWord[], [x0, y0, x1, y1]: Box): string {
  return words
    .filter(({ box }) => {
      const x = (box[0] + box[2]) / 2;
      const y = (box[1] + box[3]) / 2;
      return x >= x0 && x <= x1 && y >= y0 && y <= y1;
    })
    .map(({ text }) => text)
    .join(' ');
}

/** The box between two corners given in any order. */
export function boxBetween(
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
): Box {
  return [Math.min(from.x, to.x), Math.min(from.y, to.y), Math.max(from.x, to.x), Math.max(from.y, to.y)];
}
