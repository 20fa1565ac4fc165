import {
  type Affine,
  applyAffine,
  type Box,
  boxOfRect,
  composeAffine,
  invertAffine,
  mapBox,
  type Point,
  type RectMm,
} from '../../model/geometry.ts';
import type { GreyImage, PreparedPage } from '../../model/page.ts';
import { applyWarp, localAffine, placesIn, type Warp } from '../../model/warp.ts';
import { sharedKernel } from '../../prepare/kernel/shared.ts';
import { type EmptyForm, type FormView, regionAround, viewForm } from './form-view.ts';

/** Print is looked for half a millimetre around its place: a zone that bends by more than this is straightened first. */
const flatMm = 0.15;
/** How far around a zone its writing may reach, and is looked at. */
const aroundMm = 8;
/** Within a tile of this side no bend is seen. */
const tilePx = 128;
/** A tile reaches into its source as far as the filter does. */
const filterPx = 3;

/**
 * Views a page as it lies around one zone. A page that is bent lies as an affine map says within a small zone, but not from end to
 * end of a large one: there the pixels around the zone are laid flat, and stay within the bend of where they were.
 */
export function viewZone(page: PreparedPage, warp: Warp, reference: EmptyForm, rectMm: RectMm): FormView {
  const view = viewForm(page, localAffine(warp, rectMm), reference);
  if (bendMm(warp, rectMm) <= flatMm) return view;
  const image = straighten(page.image, warp, view.toImage, mapBox(view.toImage, grown(rectMm)));
  return { ...view, page: { ...page, image } };
}

/** Where a zone's reader sees a place of the layout, in pixels of the prepared page. */
export function seenThrough(warp: Warp, rectMm: RectMm): (place: Point) => Point {
  if (bendMm(warp, rectMm) > flatMm) return (place) => applyWarp(warp, place);
  const map = localAffine(warp, rectMm);
  return (place) => applyAffine(map, place);
}

/** How far the page lies from the affine map of a zone, at most. */
function bendMm(warp: Warp, rectMm: RectMm): number {
  if (warp.grid === null) return 0;
  const map = localAffine(warp, rectMm);
  const bendPx = placesIn(rectMm).map((place) => {
    const [bent, flat] = [applyWarp(warp, place), applyAffine(map, place)];
    return Math.hypot(bent.x - flat.x, bent.y - flat.y);
  });
  return Math.max(...bendPx) / Math.hypot(map[0], map[1]);
}

/** Copies the image with the pixels of a box laid as `toImage` has them, tile by tile. */
function straighten(image: GreyImage, warp: Warp, toImage: Affine, [x0, y0, x1, y1]: Box): GreyImage {
  const flat = { ...image, data: image.data.slice() };
  const box: Box = [Math.floor(x0), Math.floor(y0), Math.ceil(x1), Math.ceil(y1)];
  const area = regionAround(image, box, 0);
  if (area === null) return image;
  for (let top = area.top; top < area.top + area.heightPx; top += tilePx) {
    for (let left = area.left; left < area.left + area.widthPx; left += tilePx) {
      const right = Math.min(left + tilePx, area.left + area.widthPx);
      const bottom = Math.min(top + tilePx, area.top + area.heightPx);
      layTile(image, flat, warp, toImage, [left, top, right, bottom]);
    }
  }
  return flat;
}

function layTile(from: GreyImage, to: GreyImage, warp: Warp, toImage: Affine, tile: Box): void {
  const [left, top, right, bottom] = tile;
  const toForm = invertAffine(toImage);
  const [x0, y0, x1, y1] = mapBox(toForm, tile);
  const toBent = composeAffine(toForm, localAffine(warp, { x: x0, y: y0, width: x1 - x0, height: y1 - y0 }));
  const [sourceLeft, sourceTop, sourceRight, sourceBottom] = mapBox(toBent, tile);
  const source: Box = [Math.floor(sourceLeft), Math.floor(sourceTop), Math.ceil(sourceRight), Math.ceil(sourceBottom)];
  const part = regionAround(from, source, filterPx);
  if (part === null) return;
  const toPart = composeAffine(composeAffine([1, 0, 0, 1, left, top], toBent), [1, 0, 0, 1, -part.left, -part.top]);
  const kernel = sharedKernel();
  kernel.scope(() => {
    const target = kernel.make(right - left, bottom - top);
    const { data } = kernel.read(kernel.warp(kernel.loadPart(from, part), target, toPart, 255, 'cubic'));
    for (let y = top; y < bottom; y += 1) {
      const row = (y - top) * (right - left);
      to.data.set(data.subarray(row, row + right - left), y * to.widthPx + left);
    }
  });
}

function grown(rectMm: RectMm): Box {
  const [x0, y0, x1, y1] = boxOfRect(rectMm);
  return [x0 - aroundMm, y0 - aroundMm, x1 + aroundMm, y1 + aroundMm];
}
