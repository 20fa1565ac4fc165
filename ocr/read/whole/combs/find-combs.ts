import type { Box } from '../../../model/geometry.ts';
import type { GreyImage } from '../../../model/page.ts';
import { sharedKernel } from '../../../prepare/kernel/shared.ts';
import { surroundingBox } from '../../engines/page-lines.ts';
import type { InkMask } from '../../ink/mask.ts';
import { growRuns } from '../../rules/rule-runs.ts';
import { type CombPart, partsOn } from './comb-parts.ts';

/** Walls between letters are printed pale: a scan leaves little more than a shade of them. */
const inkLevel = 238;
const searchDpi = 165;
/** The floor of a single box is a rule of this length at least. */
const leastRuleMm = 3.2;
const mostThickMm = 1;
const mostGapMm = 0.5;
/** A value in fewer cells is read as well as text, and fewer boxes side by side may be ticked. */
const fewestCells = 4;
/** Groups of one value stand no farther apart, in cells; what parts them is a blank or a stroke. */
const widestGap = 1.15;
/** Groups of one value are alike to this share of what is compared, or a pixel and a half. */
const likeness = 0.1;

/** A row of cells for one letter each, in groups from left to right. In pixels of the image. */
export interface FoundComb {
  readonly parts: readonly CombPart[];
  readonly box: Box;
}

/**
 * Finds the combs of a page that no layout describes: rows of cells of one width and height, closed or open above, or with
 * no more than short walls between them, which stand on one rule or side by side.
 */
export function findCombs(image: GreyImage, dpi: number): FoundComb[] {
  const factor = Math.max(1, Math.round(dpi / searchDpi));
  const pxPerMm = dpi / factor / 25.4;
  const kernel = sharedKernel();
  const mask = kernel.scope(() => kernel.read(kernel.darkerReduced(kernel.load(image), factor, inkLevel)));
  const parts = floorsOf(mask, pxPerMm).flatMap((floor) => partsOn(mask, floor, pxPerMm));
  return joinParts(withoutDoubles(parts)).map((comb) => enlarged(comb, factor));
}

/** Rules across that cells may stand on. */
function floorsOf({ data, widthPx, heightPx }: InkMask, pxPerMm: number): Box[] {
  const limits = { leastPx: leastRuleMm * pxPerMm, gapPx: mostGapMm * pxPerMm, thickPx: mostThickMm * pxPerMm };
  return growRuns({ data, count: heightPx, length: widthPx }, limits).map(
    ({ first, end, from, to }): Box => [from, first, to, end],
  );
}

/** Two thin rules close below each other carry the same cells. */
function withoutDoubles(parts: readonly CombPart[]): CombPart[] {
  const kept: CombPart[] = [];
  for (const part of parts.toSorted((one, other) => other.cells - one.cells)) {
    if (!kept.some(({ box }) => overlap(box, part.box))) kept.push(part);
  }
  return kept;
}

function overlap(one: Box, other: Box): boolean {
  return one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
}

/** Puts boxes that stand side by side together, and groups of them. */
function joinParts(parts: readonly CombPart[]): FoundComb[] {
  const combs: CombPart[][] = [];
  for (const part of parts.toSorted((one, other) => one.box[0] - other.box[0])) {
    const comb = combs.find((group) => goesOn(group.at(-1), part));
    if (comb === undefined) combs.push([part]);
    else comb.push(part);
  }
  return combs
    .filter((group) => group.reduce((sum, { cells }) => sum + cells, 0) >= fewestCells)
    .map((group) => ({ parts: asOneIfBoxes(group), box: surroundingBox(group.map(({ box }) => box)) }))
    .toSorted((one, other) => one.box[1] - other.box[1] || one.box[0] - other.box[0]);
}

/** Boxes side by side are the cells of one part, each as wide as it stands from the next. */
function asOneIfBoxes(parts: readonly CombPart[]): readonly CombPart[] {
  const [first, last] = [parts[0], parts.at(-1)];
  if (first === undefined || last === undefined || parts.some(({ cells }) => cells > 1)) return parts;
  const pitchPx = (last.box[0] - first.box[0]) / (parts.length - 1);
  if (!parts.every(({ box }, at) => isLike(box[0] - first.box[0], at * pitchPx, pitchPx))) return parts;
  const halfGapPx = (pitchPx - (first.box[2] - first.box[0])) / 2;
  const [, top, , bottom] = surroundingBox(parts.map(({ box }) => box));
  return [
    {
      box: [first.box[0] - halfGapPx, top, last.box[2] + halfGapPx, bottom],
      cells: parts.length,
      print: parts.flatMap(({ print }) => print),
      isClosed: true,
    },
  ];
}

function goesOn(last: CombPart | undefined, next: CombPart): boolean {
  if (last === undefined) return false;
  const [cellPx, nextPx] = [cellWidth(last), cellWidth(next)];
  const gapPx = next.box[0] - last.box[2];
  const [heightPx, nextHeightPx] = [last.box[3] - last.box[1], next.box[3] - next.box[1]];
  return (
    isLike(cellPx, nextPx, cellPx) &&
    isLike(heightPx, nextHeightPx, heightPx) &&
    isLike(last.box[3], next.box[3], heightPx) &&
    gapPx > -cellPx &&
    gapPx <= widestGap * cellPx
  );
}

function isLike(one: number, other: number, whole: number): boolean {
  return Math.abs(one - other) <= Math.max(1.5, likeness * whole);
}

function cellWidth({ box, cells }: CombPart): number {
  return (box[2] - box[0]) / cells;
}

function enlarged({ parts, box }: FoundComb, factor: number): FoundComb {
  const scaled = (small: Box): Box => [small[0] * factor, small[1] * factor, small[2] * factor, small[3] * factor];
  return {
    box: scaled(box),
    parts: parts.map((part) => ({ ...part, box: scaled(part.box), print: part.print.map(scaled) })),
  };
}
