import type { GreyImage } from '../../model/page.ts';
import { sharedKernel } from '../../prepare/kernel/shared.ts';
import type { Component } from '../ink/components.ts';

export interface RuleLimits {
  /** Darker than this is ink. */
  readonly inkLevel: number;
  /** A rule that lies is at least so long, one that stands at least that. */
  readonly leastLyingPx: number;
  readonly leastStandingPx: number;
  readonly mostThicknessPx: number;
}

/** A run may be broken by so many light pixels and still be one rule. */
const mostGapPx = 2;
/** How thick a rule is shows where nothing stands on it: nearly everywhere it is no thinner than this share of its columns. */
const plainShare = 0.3;
/** Ink beyond that by more than this is a letter's. */
const thicknessSlack = 1.35;
/** Where a letter stands on the rule, its edges are as at the nearest places on both sides where none does. */
const nearPx = 60;
/** What reaches beyond the rule's edge by more than its soft edge is a letter's. */
const softEdgePx = 2;

/**
 * Takes rules away, lying and standing ones, and leaves the letters that stand on them, hang from them or cross them as they would be
 * without: a foot that lies on a rule is cut off at the rule's edge, what goes through stays whole. Unlike the kernel's `removeRules`,
 * which takes by thickness alone, it keeps the foot of a 2.
 */
export function liftRules(image: GreyImage, limits: RuleLimits): GreyImage {
  const lying = withoutLying(image, limits.leastLyingPx, limits);
  const standing = transposed(withoutLying(transposed(image), limits.leastStandingPx, limits));
  return { ...image, data: lying.data.map((level, at) => Math.max(level, standing.data[at] ?? 0)) };
}

function withoutLying(image: GreyImage, leastPx: number, { inkLevel, mostThicknessPx }: RuleLimits): GreyImage {
  const kernel = sharedKernel();
  const runs = { ...image, data: longRuns(image, leastPx, inkLevel) };
  const target = { ...image, data: image.data.slice() };
  for (const rule of kernel.scope(() => kernel.pieces(kernel.load(runs)))) {
    liftOne(columnsOf(rule, image, inkLevel), target, mostThicknessPx);
  }
  return target;
}

/** A mask of the runs across that are as long as a rule. */
function longRuns({ data, widthPx, heightPx }: GreyImage, leastPx: number, inkLevel: number): Uint8Array {
  const runs = new Uint8Array(widthPx * heightPx);
  for (let row = 0; row < data.length; row += widthPx) {
    let first = -1;
    let last = -1;
    const close = () => {
      if (first >= 0 && last - first + 1 >= leastPx) runs.fill(1, row + first, row + last + 1);
    };
    for (let x = 0; x < widthPx; x += 1) {
      if ((data[row + x] ?? 0) >= inkLevel) continue;
      if (first < 0 || x - last > mostGapPx) {
        close();
        first = x;
      }
      last = x;
    }
    close();
  }
  return runs;
}

/** The ink across a rule at one place of it: that of the rule and of what touches it there. */
interface Column {
  readonly x: number;
  readonly top: number;
  /** Included. */
  readonly bottom: number;
}

function columnsOf({ box: [x0, , x1], pixels }: Component, { data, widthPx, heightPx }: GreyImage, inkLevel: number) {
  const somewhere = new Int32Array(x1 - x0).fill(-1);
  for (let at = 0; at < pixels.length; at += 1) {
    const pixel = pixels[at] ?? 0;
    somewhere[(pixel % widthPx) - x0] = Math.floor(pixel / widthPx);
  }
  const isInk = (x: number, y: number) => y >= 0 && y < heightPx && (data[y * widthPx + x] ?? 0) < inkLevel;
  return Array.from(somewhere, (y, index): Column => {
    const x = x0 + index;
    let [top, bottom] = [y, y];
    while (isInk(x, top - 1)) top -= 1;
    while (isInk(x, bottom + 1)) bottom += 1;
    return { x, top, bottom };
  });
}

function liftOne(columns: readonly Column[], target: GreyImage, mostThicknessPx: number): void {
  const heights = columns.map(heightOf).toSorted((one, other) => one - other);
  const plainPx = heights[Math.floor(plainShare * heights.length)] ?? 0;
  if (plainPx > mostThicknessPx) return;
  const isPlain = columns.map((column) => heightOf(column) <= thicknessSlack * plainPx + 1);
  columns.forEach((column, place) => {
    const { x, top, bottom } = column;
    if (isPlain[place]) whiten(target, x, top - 1, bottom + 1);
    else cutOff(target, column, edgesAt(place, columns, isPlain));
  });
}

/** Where the rule lies under a letter, by the plain columns next to it; null where there are none near. */
function edgesAt(place: number, columns: readonly Column[], isPlain: readonly boolean[]): Omit<Column, 'x'> | null {
  const [before, behind] = [isPlain.lastIndexOf(true, place), isPlain.indexOf(true, place)];
  const near = [before, behind].flatMap((index) => {
    const column = columns[index];
    return column === undefined || Math.abs(index - place) > nearPx ? [] : [column];
  });
  if (near.length === 0) return null;
  const mean = (edge: 'top' | 'bottom') => near.reduce((sum, column) => sum + column[edge], 0) / near.length;
  return { top: mean('top'), bottom: mean('bottom') };
}

/** Takes the rule from a letter that reaches beyond it on one side only. */
function cutOff(target: GreyImage, { x, top, bottom }: Column, edges: Omit<Column, 'x'> | null): void {
  if (edges === null) return;
  const [isAbove, isBelow] = [top < edges.top - softEdgePx, bottom > edges.bottom + softEdgePx];
  if (isAbove && !isBelow) whiten(target, x, Math.round(edges.top), bottom + 1);
  if (isBelow && !isAbove) whiten(target, x, top - 1, Math.round(edges.bottom));
}

function whiten({ data, widthPx, heightPx }: GreyImage, x: number, from: number, to: number): void {
  for (let y = Math.max(0, from); y <= Math.min(heightPx - 1, to); y += 1) data[y * widthPx + x] = 255;
}

function heightOf({ top, bottom }: Column): number {
  return bottom - top + 1;
}

function transposed({ data, widthPx, heightPx }: GreyImage): GreyImage {
  const turned = new Uint8Array(data.length);
  for (let y = 0; y < heightPx; y += 1) {
    for (let x = 0; x < widthPx; x += 1) turned[x * heightPx + y] = data[y * widthPx + x] ?? 0;
  }
  return { data: turned, widthPx: heightPx, heightPx: widthPx };
}
