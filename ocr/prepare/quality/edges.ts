import type { Box } from '../../model/geometry.ts';
import type { QualityFinding } from '../../model/quality.ts';
import type { Component, Kernel } from '../kernel/kernel.ts';
import { percentile } from './tones.ts';
import { type PageView, toPage } from './view.ts';

/** Ink on white, also where it is pale. */
const INK_THRESHOLD = 150;
/** Marks as large as letters and words, along the edge and into the page. Lids, shadows and rules are longer, specks smaller. */
const LEAST_MARK_MM = 0.8;
/** Of a letter that is cut a little may be left. */
const LEAST_DEPTH_MM = 0.3;
const LONGEST_MARK_MM = 12;
const DEEPEST_MARK_MM = 25;
/** The broken shadow of a lid draws longer marks than these for their depth. */
const MOST_ALONG_TO_DEPTH = 5;
/** This many letters on one edge are a text that goes on beyond it. */
const LEAST_CUT = 5;
/** Folded corners are triangles of this size, with arms not too unlike and filled by half. */
const FOLD_MM = { least: 8, most: 70 };
const FOLD_ARMS = 2.5;
const FOLD_FILL = { least: 0.4, most: 0.62 };

/** What shows behind a folded corner is darker than this share of the paper, the lightest tenth of a page. */
const FOLD_LEVEL_SHARE = 0.72;
const PAPER_SHARE = 0.9;

type Side = 'left' | 'top' | 'right' | 'bottom';
const sides: readonly Side[] = ['left', 'top', 'right', 'bottom'];

/** Finds writing that is cut off by the edge of the picture, and corners where the paper is folded away or missing. */
export function judgeEdges(kernel: Kernel, view: PageView): QualityFinding[] {
  const ink = kernel.components(view.smallWhite, INK_THRESHOLD) ?? [];
  // Not on white: what lies behind a folded corner would pass for a background.
  const paper = percentile(view.histogram, PAPER_SHARE);
  const dark = kernel.components(view.small, Math.round(FOLD_LEVEL_SHARE * paper)) ?? [];
  return [...findCuts(ink, view), ...findFolds(dark, view)];
}

function findCuts(components: readonly Component[], view: PageView): QualityFinding[] {
  const { smallWhite: page, factor, pxPerMm } = view;
  const mm = pxPerMm / factor;
  return sides.flatMap((side) => {
    const cut = components.filter((component) => {
      if (!touches(component, side, page)) return false;
      const [alongPx, intoPx] = extentsOf(component, side);
      return isCutMark(alongPx / mm, intoPx / mm);
    });
    if (cut.length < LEAST_CUT) return [];
    const boxPx = toPage(boxAround(cut), view);
    return [{ code: 'cut-edge', value: cut.length, limit: LEAST_CUT, unit: 'count', boxPx }];
  });
}

function isCutMark(alongMm: number, intoMm: number): boolean {
  const isSized = alongMm >= LEAST_MARK_MM && alongMm <= LONGEST_MARK_MM;
  return isSized && intoMm >= LEAST_DEPTH_MM && intoMm <= DEEPEST_MARK_MM && alongMm <= MOST_ALONG_TO_DEPTH * intoMm;
}

function findFolds(components: readonly Component[], view: PageView): QualityFinding[] {
  const { smallWhite: page, factor, pxPerMm } = view;
  const mm = pxPerMm / factor;
  return components
    .filter((component) => isFold(component, page, mm))
    .map((component) => {
      const { x0, y0, x1, y1 } = component;
      const value = Math.max(x1 - x0, y1 - y0) / mm;
      return { code: 'folded-corner', value, limit: FOLD_MM.least, unit: 'mm', boxPx: toPage([x0, y0, x1, y1], view) };
    });
}

function isFold(component: Component, page: { widthPx: number; heightPx: number }, mm: number): boolean {
  const at = sides.filter((side) => touches(component, side, page));
  const isAtCorner =
    at.length === 2 &&
    at.some((side) => side === 'left' || side === 'right') &&
    at.some((side) => side === 'top' || side === 'bottom');
  if (!isAtCorner) return false;
  const width = component.x1 - component.x0;
  const height = component.y1 - component.y0;
  const shorter = Math.min(width, height);
  const longer = Math.max(width, height);
  const fill = component.area / (width * height);
  const isSized = shorter >= FOLD_MM.least * mm && longer <= FOLD_MM.most * mm && longer <= FOLD_ARMS * shorter;
  return isSized && fill >= FOLD_FILL.least && fill <= FOLD_FILL.most;
}

function touches(
  { x0, y0, x1, y1 }: Component,
  side: Side,
  { widthPx, heightPx }: { widthPx: number; heightPx: number },
): boolean {
  switch (side) {
    case 'left':
      return x0 <= 0;
    case 'top':
      return y0 <= 0;
    case 'right':
      return x1 >= widthPx;
    case 'bottom':
      return y1 >= heightPx;
  }
}

/** How far a component reaches along a side, and from it into the page. */
function extentsOf({ x0, y0, x1, y1 }: Component, side: Side): readonly [along: number, into: number] {
  return side === 'left' || side === 'right' ? [y1 - y0, x1 - x0] : [x1 - x0, y1 - y0];
}

function boxAround(components: readonly Component[]): Box {
  return [
    Math.min(...components.map(({ x0 }) => x0)),
    Math.min(...components.map(({ y0 }) => y0)),
    Math.max(...components.map(({ x1 }) => x1)),
    Math.max(...components.map(({ y1 }) => y1)),
  ];
}
