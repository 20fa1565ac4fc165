import { sharedKernel } from '../../prepare/kernel/shared.ts';
import type { Component } from '../ink/components.ts';
import { drawEmptyForm, type FormView, type Region } from '../ink/form-view.ts';
import { emptyMask, type InkMask } from '../ink/mask.ts';
import { settlePrint } from '../ink/printed.ts';

/** Pencil is pale: everything clearly off white is ink. */
export const inkLevel = 200;
const reachMm = 0.5;
/** Pieces of ink nearer than twice this belong to one stroke, which lost what lay on a frame. */
const bridgeMm = 0.35;
/** Print that reaches this far across the region is a rule or a frame around many boxes, and joins nothing. */
const longPrintShare = 0.8;
const printMarginMm = 0.17;
const ruleMm = 1.2;

/** The ink of a region that is darker than `level`, and what of it is written: planes live only inside the kernel's scope. */
export function separateInk(view: FormView, region: Region, level: number = inkLevel) {
  const kernel = sharedKernel();
  const px = (mm: number) => Math.max(1, Math.round(mm * view.pxPerMm));
  return kernel.scope(() => {
    const ink = kernel.darkerOnAverage(kernel.loadPart(view.page.image, region), level);
    const form = kernel.darker(drawEmptyForm(kernel, view, region), inkLevel);
    const print = settlePrint(kernel, form, ink, px(reachMm));
    const wide = kernel.dilate(print, px(printMarginMm));
    const written = kernel.withoutPrint(ink, wide, px(ruleMm));
    const pagePieces = kernel.pieces(ink);
    const joining = maskOf(pagePieces.filter(isCompactIn(region)), region);
    addInk(joining, kernel.read(kernel.dilate(written, px(bridgeMm))));
    return {
      pageInk: kernel.read(ink),
      wideInk: kernel.read(kernel.dilate(ink, 1)),
      print: kernel.read(print),
      widePrint: kernel.read(kernel.dilate(print, 1)),
      pagePieces,
      written: kernel.pieces(written),
      joined: kernel.pieces(kernel.load(joining)),
      nearPrint: kernel.read(kernel.dilate(wide, px(printMarginMm))).data,
    };
  });
}

function isCompactIn({ widthPx, heightPx }: Region) {
  return ({ box: [x0, y0, x1, y1] }: Component) =>
    x1 - x0 < longPrintShare * widthPx && y1 - y0 < longPrintShare * heightPx;
}

export function addInk(mask: InkMask, { data }: InkMask): void {
  for (let at = 0; at < data.length; at += 1) mask.data[at] = (mask.data[at] ?? 0) | (data[at] ?? 0);
}

/**
 * Puts the pieces of each stroke together, which print has parted: those in one piece of the writing grown over small gaps
 * and of the frames and letters that it touches.
 */
export function strokesOf(
  pieces: readonly Component[],
  joined: readonly Component[],
  { widthPx, heightPx }: Region,
): Component[][] {
  const strokeAt = new Int32Array(widthPx * heightPx);
  joined.forEach(({ pixels }, stroke) => {
    for (let at = 0; at < pixels.length; at += 1) strokeAt[pixels[at] ?? 0] = stroke;
  });
  return [...Map.groupBy(pieces, ({ pixels: [first] }) => strokeAt[first ?? 0]).values()];
}

export function maskOf(components: readonly Component[], { widthPx, heightPx }: Region): InkMask {
  const mask = emptyMask(widthPx, heightPx);
  for (const { pixels } of components) {
    for (let at = 0; at < pixels.length; at += 1) mask.data[pixels[at] ?? 0] = 1;
  }
  return mask;
}
