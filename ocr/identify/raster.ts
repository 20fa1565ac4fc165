import type { GreyImage } from '../model/page.ts';
import { sharedKernel } from '../prepare/kernel/shared.ts';
import type { Spans } from '../prepare/kernel/structure.ts';

/**
 * A grey image with its own scale. Continuous pixel coordinates put pixel `i` at `[i, i + 1)`, so that millimetres times
 * `pxPerMm` is a place in it without a half-pixel shift.
 */
export interface Raster extends GreyImage {
  readonly pxPerMmX: number;
  readonly pxPerMmY: number;
}

export const mmPerInch = 25.4;

/**
 * Scales an image that spans `widthMm` by `heightMm` to about `dpi`: by the average of the covered area when it shrinks,
 * bilinearly when it grows.
 */
export function rasterAt(image: GreyImage, widthMm: number, heightMm: number, dpi: number): Raster {
  const widthPx = Math.max(1, Math.round((widthMm / mmPerInch) * dpi));
  const heightPx = Math.max(1, Math.round((heightMm / mmPerInch) * dpi));
  let nearest: Raster = { ...image, pxPerMmX: image.widthPx / widthMm, pxPerMmY: image.heightPx / heightMm };
  while (nearest.widthPx >= 2 * widthPx && nearest.heightPx >= 2 * heightPx) nearest = halveRaster(nearest);
  // Half of an odd number of pixels is off by less than one; stretching that away would only blur.
  if (Math.abs(nearest.widthPx - widthPx) <= 1 && Math.abs(nearest.heightPx - heightPx) <= 1) return nearest;
  const columns = spanWeights(nearest.widthPx, widthPx);
  const rows = spanWeights(nearest.heightPx, heightPx);
  const kernel = sharedKernel();
  const { data } = kernel.scope(() => kernel.read(kernel.resample(kernel.load(nearest), columns, rows)));
  return {
    data,
    widthPx,
    heightPx,
    pxPerMmX: (widthPx / nearest.widthPx) * nearest.pxPerMmX,
    pxPerMmY: (heightPx / nearest.heightPx) * nearest.pxPerMmY,
  };
}

/** Halves a raster by the mean of each two by two block; an odd last row or column is dropped. Sides are 2 and more. */
export function halveRaster(raster: Raster): Raster {
  const kernel = sharedKernel();
  const half = kernel.scope(() => kernel.read(kernel.boxDown(kernel.load(raster), 2)));
  return { ...half, pxPerMmX: raster.pxPerMmX / 2, pxPerMmY: raster.pxPerMmY / 2 };
}

/** Smooths with a box of `2 * radius + 1` pixels, of which the border repeats; the radius is 1 to 7. */
export function boxBlur(image: GreyImage, radius: number): Uint8Array {
  const kernel = sharedKernel();
  return kernel.scope(() => kernel.read(kernel.boxBlur(kernel.load(image), radius)).data);
}

function spanWeights(sourcePx: number, targetPx: number): Spans {
  const step = sourcePx / targetPx;
  const stride = Math.max(2, Math.ceil(step) + 1);
  const table = new ArrayBuffer(4 * targetPx * (2 + stride));
  const places = new Int32Array(table);
  const weights = new Float32Array(table);
  for (let i = 0; i < targetPx; i++) {
    // A span narrower than one pixel is widened to one: that is bilinear interpolation.
    const width = Math.max(1, step);
    const middle = (i + 0.5) * step;
    const from = Math.min(Math.max(middle - width / 2, 0), sourcePx - width);
    const start = Math.floor(from);
    const row = i * (2 + stride);
    places[row] = start;
    for (let j = 0; j < stride && start + j < sourcePx; j++) {
      const share = Math.min(start + j + 1, from + width) - Math.max(start + j, from);
      if (share <= 1e-6) continue;
      weights[row + 2 + j] = share / width;
      places[row + 1] = j + 1;
    }
  }
  return { targetPx, stride, table };
}
