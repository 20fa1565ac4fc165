import type { Component } from '../ink/components.ts';

/** The line along which some ink lies. */
export interface InkLine {
  /** From end to end, as of an even stroke that spreads as far. */
  readonly lengthPx: number;
  /** Root mean square distance of the ink from the line. */
  readonly offPx: number;
  /** Against the level, -90 to 90; positive where it falls to the right. */
  readonly angleDeg: number;
}

/** The principal axis of some pieces of ink. An even stroke of length L spreads by L/√12 along it. */
export function lineThrough(pieces: readonly Component[], widthPx: number): InkLine {
  let [count, sumX, sumY, sumXX, sumXY, sumYY] = [0, 0, 0, 0, 0, 0];
  for (const { pixels } of pieces) {
    for (let index = 0; index < pixels.length; index += 1) {
      const at = pixels[index] ?? 0;
      const x = at % widthPx;
      const y = (at - x) / widthPx;
      count += 1;
      sumX += x;
      sumY += y;
      sumXX += x * x;
      sumXY += x * y;
      sumYY += y * y;
    }
  }
  const xx = sumXX / count - (sumX / count) ** 2;
  const xy = sumXY / count - (sumX * sumY) / count ** 2;
  const yy = sumYY / count - (sumY / count) ** 2;
  const [mean, spread] = [(xx + yy) / 2, Math.hypot((xx - yy) / 2, xy)];
  return {
    lengthPx: Math.sqrt(12 * (mean + spread)) + 1,
    offPx: Math.sqrt(Math.max(0, mean - spread)),
    angleDeg: (Math.atan2(2 * xy, xx - yy) * 90) / Math.PI,
  };
}
