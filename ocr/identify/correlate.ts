import type { Affine } from '../model/geometry.ts';
import { sharedKernel } from '../prepare/kernel/shared.ts';
import type { Raster } from './raster.ts';

/** Copies a patch with its mean taken out and unit length. Returns false where it lies over the border or is flat. */
export function cutTemplate(raster: Raster, x: number, y: number, radius: number, to: Float32Array): boolean {
  if (x < radius || y < radius || x + radius >= raster.widthPx || y + radius >= raster.heightPx) return false;
  let at = 0;
  let sum = 0;
  for (let row = y - radius; row <= y + radius; row++) {
    for (let place = row * raster.widthPx + x - radius, i = -radius; i <= radius; i++, place++) {
      const value = raster.data[place] ?? 0;
      to[at++] = value;
      sum += value;
    }
  }
  const mean = sum / to.length;
  let squares = 0;
  for (let i = 0; i < to.length; i++) {
    const value = (to[i] ?? 0) - mean;
    to[i] = value;
    squares += value * value;
  }
  if (squares < to.length) return false;
  const scale = 1 / Math.sqrt(squares);
  for (let i = 0; i < to.length; i++) to[i] = (to[i] ?? 0) * scale;
  return true;
}

/** Samples the page around a reference place as the reference would show it. Returns false when it lies off the page. */
export function cutWindow(
  reference: Raster,
  page: Raster,
  [a, b, c, d, e, f]: Affine,
  centreX: number,
  centreY: number,
  radius: number,
  to: Float32Array,
): boolean {
  // The loop runs a million times a page: what it needs of the page is looked up once.
  const { data, widthPx, heightPx, pxPerMmX, pxPerMmY } = page;
  const stepXx = (a * pxPerMmX) / reference.pxPerMmX;
  const stepXy = (b * pxPerMmY) / reference.pxPerMmX;
  let at = 0;
  let outside = 0;
  for (let row = -radius; row <= radius; row++) {
    const mmX = (centreX - radius + 0.5) / reference.pxPerMmX;
    const mmY = (centreY + row + 0.5) / reference.pxPerMmY;
    let x = (a * mmX + c * mmY + e) * pxPerMmX - 0.5;
    let y = (b * mmX + d * mmY + f) * pxPerMmY - 0.5;
    for (let column = -radius; column <= radius; column++, x += stepXx, y += stepXy) {
      const left = Math.floor(x);
      const top = Math.floor(y);
      if (left < 0 || top < 0 || left + 1 >= widthPx || top + 1 >= heightPx) {
        outside++;
        to[at++] = 255;
        continue;
      }
      const place = top * widthPx + left;
      const right = x - left;
      const upper = (data[place] ?? 0) * (1 - right) + (data[place + 1] ?? 0) * right;
      const lower = (data[place + widthPx] ?? 0) * (1 - right) + (data[place + widthPx + 1] ?? 0) * right;
      to[at++] = upper + (lower - upper) * (y - top);
    }
  }
  return outside < at / 3;
}

/** Where a template fits best in a window, in pixels from its first place, and how well (1 is the same). */
export interface Peak {
  readonly x: number;
  readonly y: number;
  readonly correlation: number;
}

/**
 * Tries a zero-mean, unit-length square template at every place of a square window that is larger by three pixels or more.
 * Returns null when the best place is at the edge of the search, where it is not known to be best.
 */
export function findPeak(template: Float32Array, side: number, window: Float32Array, windowSide: number): Peak | null {
  const places = windowSide - side + 1;
  const scores = new Float32Array(places * places);
  const products = sharedKernel().correlate({ data: template, side }, { data: window, side: windowSide });
  const energies = windowEnergies(window, windowSide, side);
  let best = 0;
  for (let y = 0; y < places; y++) {
    for (let x = 0; x < places; x++) {
      const place = y * places + x;
      const energy = energies[place] ?? 0;
      if (energy < side * side) continue;
      const score = (products[place] ?? 0) / Math.sqrt(energy);
      scores[place] = score;
      if (score > (scores[best] ?? 0)) best = place;
    }
  }
  const x = best % places;
  const y = (best - x) / places;
  if (x === 0 || y === 0 || x === places - 1 || y === places - 1) return null;
  const correlation = scores[best] ?? 0;
  return {
    x: x + vertex(scores[best - 1] ?? 0, correlation, scores[best + 1] ?? 0),
    y: y + vertex(scores[best - places] ?? 0, correlation, scores[best + places] ?? 0),
    correlation,
  };
}

/** Offset of the top of the parabola through three equally spaced values, within half a step. */
function vertex(before: number, at: number, after: number): number {
  const curve = before - 2 * at + after;
  return curve >= 0 ? 0 : Math.max(-0.5, Math.min(0.5, (before - after) / (2 * curve)));
}

/** Sum of squares about the mean of every square of `side` pixels in the window, from summed areas (F. Crow, 1984). */
function windowEnergies(window: Float32Array, windowSide: number, side: number): Float64Array {
  const width = windowSide + 1;
  const sums = new Float64Array(width * width);
  const squares = new Float64Array(width * width);
  for (let y = 0; y < windowSide; y++) {
    let rowSum = 0;
    let rowSquares = 0;
    for (let x = 0; x < windowSide; x++) {
      const value = window[y * windowSide + x] ?? 0;
      rowSum += value;
      rowSquares += value * value;
      const at = (y + 1) * width + x + 1;
      sums[at] = (sums[at - width] ?? 0) + rowSum;
      squares[at] = (squares[at - width] ?? 0) + rowSquares;
    }
  }
  const places = windowSide - side + 1;
  const energies = new Float64Array(places * places);
  for (let y = 0; y < places; y++) {
    for (let x = 0; x < places; x++) {
      const sum = areaSum(sums, width, x, y, side);
      energies[y * places + x] = areaSum(squares, width, x, y, side) - (sum * sum) / (side * side);
    }
  }
  return energies;
}

function areaSum(table: Float64Array, width: number, x: number, y: number, side: number): number {
  const top = y * width + x;
  const bottom = top + side * width;
  return (table[bottom + side] ?? 0) - (table[bottom] ?? 0) - (table[top + side] ?? 0) + (table[top] ?? 0);
}
