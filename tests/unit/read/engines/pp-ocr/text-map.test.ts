import { describe, expect, it } from 'vitest';
import type { Box } from '../../../../../ocr/model/geometry.ts';
import { createKernel } from '../../../../../ocr/prepare/kernel/kernel.ts';
import { linesOfMap, type TextMap } from '../../../../../ocr/read/engines/pp-ocr/text-map.ts';

const kernel = createKernel();

describe('lines in a map of text', () => {
  it('are its patches, grown to the size of the letters', () => {
    const [line, ...others] = linesOfMap(mapWith([[20, 20, 80, 26], 230]), kernel);
    expect(others).toEqual([]);
    expect(line?.[0]).toBeCloseTo(20 - 4.36, 1);
    expect(line?.[3]).toBeCloseTo(26 + 4.36, 1);
  });

  it('are apart where the map is', () => {
    expect(linesOfMap(mapWith([[10, 10, 40, 16], 230], [[60, 10, 90, 16], 230]), kernel)).toHaveLength(2);
  });

  it('are neither faint patches nor specks', () => {
    expect(linesOfMap(mapWith([[10, 10, 60, 16], 100], [[80, 30, 82, 32], 255]), kernel)).toEqual([]);
  });

  it('do not leave the map', () => {
    const [line] = linesOfMap(mapWith([[0, 0, 100, 10], 255]), kernel);
    expect(line?.slice(0, 3)).toEqual([0, 0, 100]);
  });
});

function mapWith(...patches: [Box, number][]): TextMap {
  const [widthPx, heightPx] = [100, 50];
  const data = new Uint8Array(widthPx * heightPx);
  for (const [[x0, y0, x1, y1], level] of patches) {
    for (let y = y0; y < y1; y += 1) data.fill(level, y * widthPx + x0, y * widthPx + x1);
  }
  return { data, widthPx, heightPx };
}
