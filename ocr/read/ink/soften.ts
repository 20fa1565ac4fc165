import type { GreyImage } from '../../model/page.ts';

/** Averages each pixel with its eight neighbours: grain falls to a third while strokes keep their grey. Edges are kept as they are. */
export function soften({ data, widthPx, heightPx }: GreyImage): GreyImage {
  const soft = data.slice();
  for (let y = 1; y < heightPx - 1; y += 1) {
    let before = columnSum(data, y * widthPx, widthPx);
    let here = columnSum(data, y * widthPx + 1, widthPx);
    for (let x = 1; x < widthPx - 1; x += 1) {
      const after = columnSum(data, y * widthPx + x + 1, widthPx);
      soft[y * widthPx + x] = Math.round((before + here + after) / 9);
      before = here;
      here = after;
    }
  }
  return { data: soft, widthPx, heightPx };
}

function columnSum(data: Uint8Array, at: number, widthPx: number): number {
  return (data[at - widthPx] ?? 0) + (data[at] ?? 0) + (data[at + widthPx] ?? 0);
}
