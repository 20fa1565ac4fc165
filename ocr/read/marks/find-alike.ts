import type { Box } from '../../model/geometry.ts';
import type { Kernel, Plane } from '../../prepare/kernel/kernel.ts';
import { straightLines } from '../ink/enclosed.ts';
import type { InkMask } from '../ink/mask.ts';
import { overlap } from './boxes.ts';
import { columnSums, placesOfSides, rowSums, sideShares } from './frame-lanes.ts';

/** How far a box may stand off the row or column of another, in pixels of the mask. */
const reachPx = 3;
/** So much of each side of the frame must be there, and of all four. */
const leastSide = 0.75;
const leastFrame = 0.88;
/** Of its lines, relative to its sides: strokes of letters and marks are shorter. */
const leastStretch = 0.8;
/** Lines of a frame end at its corners; a stroke of the mark may go on there. */
const beyondPx = 4;
const mostBeyond = 1;

/**
 * Finds further boxes like those that were found, in their rows and columns, by their frames alone: of a box that is scribbled
 * over, or whose tick cuts it in two, no empty inside is left to be found. Boxes are frames in pixels of the mask, all of
 * about one size; returns only those that are new.
 */
export function findAlike(kernel: Kernel, ink: Plane, boxes: readonly Box[]): Box[] {
  const widthPx = median(boxes.map(([x0, , x1]) => x1 - x0));
  const heightPx = median(boxes.map(([, y0, , y1]) => y1 - y0));
  const lines = kernel.read(straightLines(kernel, ink, leastStretch * Math.min(widthPx, heightPx)));
  const framed: FramedBox[] = [];
  const look = (x: number, y: number) => {
    const box: Box = [x, y, x + widthPx, y + heightPx];
    const sides = sideShares(lines, box);
    const frameShare = sides.reduce((sum, side) => sum + side, 0) / sides.length;
    if (frameShare >= leastFrame && Math.min(...sides) >= leastSide && endsAtCorners(lines, box))
      framed.push({ box, frameShare });
  };
  // Nearly everywhere the sides along the lane are not there, and those across it need not be looked at.
  const tops = lanes(
    boxes.map(([, top]) => top),
    ink.heightPx - heightPx,
  );
  for (const y of tops) {
    const sides = [rowSums(lines, y), rowSums(lines, y + heightPx - 1)] as const;
    for (const x of placesOfSides(...sides, widthPx, leastSide * widthPx)) look(x, y);
  }
  const lefts = lanes(
    boxes.map(([left]) => left),
    ink.widthPx - widthPx,
  );
  for (const x of lefts) {
    const sides = [columnSums(lines, x), columnSums(lines, x + widthPx - 1)] as const;
    for (const y of placesOfSides(...sides, heightPx, leastSide * heightPx)) look(x, y);
  }
  return surest(framed, boxes);
}

interface FramedBox {
  readonly box: Box;
  readonly frameShare: number;
}

/** Of frames that overlap that of which most is there, and none that overlaps a known one. */
function surest(framed: readonly FramedBox[], known: readonly Box[]): Box[] {
  const found: Box[] = [];
  for (const { box } of framed.toSorted((one, other) => other.frameShare - one.frameShare)) {
    if (![...known, ...found].some((other) => overlap(other, box))) found.push(box);
  }
  return found;
}

/** Places near those given, each once, at which a frame lies within the mask. */
function lanes(places: readonly number[], lastPx: number): Set<number> {
  const lanes = new Set<number>();
  for (const place of places) for (let off = -reachPx; off <= reachPx; off += 1) lanes.add(Math.round(place) + off);
  return new Set([...lanes].filter((place) => place >= 0 && place <= lastPx));
}

/** Rules go on beyond the corners of what they seem to frame. */
function endsAtCorners({ data, widthPx }: InkMask, [x0, y0, x1, y1]: Box): boolean {
  const [left, top, right, foot] = [x0 - beyondPx, y0 - beyondPx, x1 - 1 + beyondPx, y1 - 1 + beyondPx];
  const beyond = [
    ...[y0, y1 - 1].flatMap((y) => [left, right].map((x) => [x, y] as const)),
    ...[x0, x1 - 1].flatMap((x) => [top, foot].map((y) => [x, y] as const)),
  ];
  return beyond.filter(([x, y]) => data[y * widthPx + x] === 1).length <= mostBeyond;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;
}
