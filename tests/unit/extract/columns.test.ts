import { describe, expect, it } from 'vitest';
import { columnMeans, marginFeatures } from '../../../ocr/extract/pairs/columns.ts';
import type { Box } from '../../../ocr/model/geometry.ts';

const boxes: readonly Box[] = [
  [100, 100, 180, 120],
  [105, 200, 240, 220],
  [96, 900, 300, 920],
  [500, 100, 600, 120],
];

describe('where a text stands among the others of its page', () => {
  it('is what those look like that begin at the same place, itself left out', () => {
    const texts = boxes.map((box, at) => ({ box, features: [at, 1] }));
    expect(columnMeans(texts, 20)).toEqual([
      [1.5, 1],
      [1, 1],
      [0.5, 1],
      [0, 0],
    ]);
  });

  it('is how far it stands off both margins, and off the middle', () => {
    expect(marginFeatures(boxes, 20)[3]).toEqual([20.2, 0, 10.1]);
  });
});
