import type { Point } from '../model/geometry.ts';
import type { GreyImage } from '../model/page.ts';
import { type Corner, cornerMap, findCorners } from './corners.ts';
import { type DescriptorPattern, describeCorners, descriptorRadiusPx, type TurnDeg } from './descriptor.ts';
import { boxBlur, halveRaster, mmPerInch, type Raster, rasterAt } from './raster.ts';

/** Resolution that places are found and described at. */
const coarseDpi = 75;
/** Exact work needs no more than half of this, nor twice as much: hairlines of print are still there. */
const finestDpi = 300;
/** A page of 299.9 dpi is one of 300. */
const roundingShare = 0.98;

/** A page at the two resolutions that identification works at. */
export interface PageRasters {
  /** Between 150 and 300 dpi, or what there is. */
  readonly fine: Raster;
  /** 75 dpi. */
  readonly coarse: Raster;
}

function rastersOf(image: GreyImage, widthMm: number, heightMm: number): PageRasters {
  let fine: Raster = { ...image, pxPerMmX: image.widthPx / widthMm, pxPerMmY: image.heightPx / heightMm };
  while (fine.pxPerMmX * mmPerInch >= finestDpi * roundingShare) fine = halveRaster(fine);
  return { fine, coarse: rasterAt(fine, fine.widthPx / fine.pxPerMmX, fine.heightPx / fine.pxPerMmY, coarseDpi) };
}

export function rastersAtDpi(image: GreyImage, dpi: number): PageRasters {
  return rastersOf(image, (image.widthPx / dpi) * mmPerInch, (image.heightPx / dpi) * mmPerInch);
}

/** Findable places of a page, in millimetres, and the smoothed image that describes them. */
export interface PageCorners {
  readonly places: readonly Point[];
  readonly corners: readonly Corner[];
  readonly smooth: GreyImage;
}

/** Corner strength below which there is only paper and noise. */
const cornerFloor = 800;
const cellPx = 30;
/** Half side of the square that corner strength is summed over. */
const cornerRadiusPx = 2;

/** Finds at most `perCell` corners in each square centimetre. */
export function pageCorners(coarse: Raster, perCell: number): PageCorners {
  const once = { ...coarse, data: boxBlur(coarse, 1) };
  const smooth = { ...coarse, data: boxBlur(once, 1) };
  const corners = findCorners(cornerMap(smooth, cornerRadiusPx), {
    marginPx: descriptorRadiusPx + 1,
    cellPx,
    perCell,
    floor: cornerFloor,
  });
  const places = corners.map(({ x, y }) => ({ x: (x + 0.5) / coarse.pxPerMmX, y: (y + 0.5) / coarse.pxPerMmY }));
  return { places, corners, smooth };
}

export function describePage(found: PageCorners, pattern: DescriptorPattern, turnDeg: TurnDeg): Uint32Array {
  return describeCorners(found.smooth, found.corners, pattern, turnDeg);
}
