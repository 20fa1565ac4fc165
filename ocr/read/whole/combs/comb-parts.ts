import type { Box } from '../../../model/geometry.ts';
import type { InkMask } from '../../ink/mask.ts';
import { withFaintWalls } from './faint-walls.ts';
import { isBlankAt, isRuledIn, meetsInkUnder } from './mask-rows.ts';
import { middleOf, regularRows, type WallRow } from './regular-walls.ts';
import { type StandingWalls, type Wall, wallsOn } from './standing-walls.ts';

/** Cells of one width without gaps between them, or one box. In pixels. */
export interface CombPart {
  /** From the middle of the first wall to that of the last. */
  readonly box: Box;
  readonly cells: number;
  /** Walls and floor, and the ceiling where there is one. */
  readonly print: readonly Box[];
  readonly isClosed: boolean;
}

/** From wall to wall, and from the foot of a wall to its top. */
const cellMm = { least: 3.3, most: 10 } as const;
const wallMm = { least: 1.5, most: 12.5, thick: 0.9, gap: 0.6 } as const;
/** Cells with lower walls have no ceiling: letters stand higher than their walls, in so much room. */
const leastHeightMm = 3.6;
const roomMm = { usual: 4.5, most: 8 } as const;
/** Wider cells, in heights, are those of tables. */
const mostElongated = 1.7;
/** A wall that goes on under the floor by this much is one of a table. */
const belowMm = 0.8;
/** On a floor stand walls and little else: so many of its columns are no higher than this. Feet of letters in a row make no floor. */
const bare = { mostMm: 1, leastShare: 0.75 } as const;
/** Where letters stand close over the floor too: of so many walls most are of one height, in their places and alone there. */
const clear = { cells: 8, leastShare: 0.85, besideMm: 0.6, slackPx: 1.2 } as const;
const ceilingMm = 0.4;
/** How far from ceiling and floor a rule across is looked for, as a share of the height. */
const insideShare = 0.2;
/** A floor without walls at its ends ends where they would stand, to this share of a cell. */
const endSlack = 0.2;
/** The floor of a lone box reaches no farther beyond its walls. */
const overhangMm = 1.2;

/** The cells that stand on a rule. */
export function partsOn(mask: InkMask, floor: Box, pxPerMm: number): CombPart[] {
  const standing = wallsOn(mask, floor, {
    leastHeightPx: wallMm.least * pxPerMm,
    mostHeightPx: wallMm.most * pxPerMm,
    mostThickPx: wallMm.thick * pxPerMm,
    gapPx: wallMm.gap * pxPerMm,
  });
  return regularRows(standing, { leastPx: cellMm.least * pxPerMm, mostPx: cellMm.most * pxPerMm })
    .filter(({ heightPx }) => heightPx <= wallMm.most * pxPerMm)
    .flatMap((row) => partOf(mask, completed(mask, row, floor, pxPerMm), standing, pxPerMm) ?? []);
}

function completed(mask: InkMask, row: WallRow, floor: Box, pxPerMm: number): WallRow {
  // Over open cells letters leave the traces that walls would.
  return withOpenEnds(hasCeiling(mask, boxOf(row), pxPerMm) ? withFaintWalls(mask, row) : row, floor);
}

/**
 * Walls part cells and need not stand at the ends of the floor: where it goes on for the width of a cell and ends, there is one
 * more.
 */
function withOpenEnds(row: WallRow, [left, , right]: Box): WallRow {
  const [first, last] = [row.walls[0], row.walls.at(-1)];
  if (first === undefined || last === undefined || row.walls.length < 3) return row;
  const pitchPx = (middleOf(last) - middleOf(first)) / (row.walls.length - 1);
  const isCell = (lengthPx: number) => Math.abs(lengthPx - pitchPx) <= endSlack * pitchPx;
  const supposed = (x: number, { foot }: Wall): Wall => ({ x0: x, x1: x, top: foot, foot });
  const before = isCell(middleOf(first) - left) ? [supposed(left, first)] : [];
  const behind = isCell(right - middleOf(last)) ? [supposed(right, last)] : [];
  return { ...row, walls: [...before, ...row.walls, ...behind] };
}

function partOf(mask: InkMask, row: WallRow, standing: StandingWalls, pxPerMm: number): CombPart | null {
  const cells = row.walls.length - 1;
  const box = boxOf(row);
  const [left, top, right, foot] = box;
  const isClosed = hasCeiling(mask, box, pxPerMm);
  const isComb = cells > 1 ? !isOfTable(mask, row, pxPerMm) : isClosed && isLone(box, standing.rule, pxPerMm);
  if (!isComb || !isFloor(mask, row, standing, pxPerMm) || isCrossed(mask, box)) return null;
  const ceiling = isClosed || row.heightPx >= leastHeightMm * pxPerMm ? top : ceilingOver(mask, box, pxPerMm);
  const heightPx = foot - ceiling;
  if (heightPx < leastHeightMm * pxPerMm || right - left > mostElongated * heightPx * cells) return null;
  return { box: [left, ceiling, right, foot], cells, print: printOf(row, standing, isClosed), isClosed };
}

function boxOf({ walls, heightPx }: WallRow): Box {
  const foot = Math.max(...walls.map((wall) => wall.foot));
  const middles = walls.map(middleOf);
  return [Math.min(...middles), foot - heightPx, Math.max(...middles), foot];
}

function hasCeiling(mask: InkMask, [left, top, right]: Box, pxPerMm: number): boolean {
  return isRuledIn(mask, [left, top, right, top + Math.max(2, ceilingMm * pxPerMm)]);
}

/** Whether a box stands by itself: the rule under it is its floor and no more. */
function isLone([left, , right]: Box, rule: Box, pxPerMm: number): boolean {
  return rule[2] - rule[0] - (right - left) <= overhangMm * pxPerMm;
}

/** Whether most walls between the cells go on under the floor. */
function isOfTable(mask: InkMask, { walls }: WallRow, pxPerMm: number): boolean {
  const inner = walls.slice(1, -1);
  const goOn = inner.filter(({ x0, x1, foot }) =>
    meetsInkUnder(mask, [x0 - 1, foot, x1 + 1, foot + belowMm * pxPerMm]),
  );
  return 2 * goOn.length >= inner.length;
}

function isFloor(mask: InkMask, row: WallRow, standing: StandingWalls, pxPerMm: number): boolean {
  const [left, , right, foot] = boxOf(row);
  const mostPx = bare.mostMm * pxPerMm;
  if (!isRuledIn(mask, [left, foot - mostPx, right, foot])) return false;
  const start = standing.rule[0];
  const columns = standing.heights.subarray(Math.round(left) - start, Math.round(right) - start);
  const low = columns.filter((height) => height <= mostPx);
  return low.length >= bare.leastShare * columns.length || standClear(row, standing, pxPerMm);
}

function standClear({ walls }: WallRow, { rule, heights }: StandingWalls, pxPerMm: number): boolean {
  const [first, last] = [walls[0], walls.at(-1)];
  if (first === undefined || last === undefined || walls.length <= clear.cells) return false;
  const pitchPx = (middleOf(last) - middleOf(first)) / (walls.length - 1);
  const ordered = walls.map(({ top, foot }) => foot - top).toSorted((one, other) => one - other);
  const heightPx = ordered[Math.floor(ordered.length / 2)] ?? 0;
  const isLow = (x: number) => (heights[x - rule[0]] ?? 0) <= bare.mostMm * pxPerMm;
  const clearWalls = walls.filter((wall, at) => {
    const { x0, x1, top, foot } = wall;
    const offPx = Math.abs(middleOf(wall) - middleOf(first) - at * pitchPx);
    if (offPx > clear.slackPx || Math.abs(foot - top - heightPx) > clear.slackPx) return false;
    for (let away = 1; away <= clear.besideMm * pxPerMm; away += 1) {
      if (!isLow(x0 - 1 - away) || !isLow(x1 + away)) return false;
    }
    return true;
  });
  return clearWalls.length >= clear.leastShare * walls.length;
}

/** Whether a rule parts what would be the cells into rows. */
function isCrossed(mask: InkMask, [left, top, right, foot]: Box): boolean {
  const marginPx = Math.ceil(insideShare * (foot - top));
  return isRuledIn(mask, [left, top + marginPx, right, foot - marginPx]);
}

/** Where the room for letters over low walls ends: over the first row of text that stands in it, if there is any. */
function ceilingOver(mask: InkMask, [left, top, right, foot]: Box, pxPerMm: number): number {
  const highest = Math.max(0, Math.round(foot - roomMm.most * pxPerMm));
  for (let y = Math.floor(Math.min(top, foot - leastHeightMm * pxPerMm)); y > highest; y -= 1) {
    if (isBlankAt(mask, y, left, right)) return y;
  }
  return Math.max(0, Math.round(foot - roomMm.usual * pxPerMm));
}

function printOf({ walls, heightPx }: WallRow, { rule, heights, feet }: StandingWalls, isClosed: boolean): Box[] {
  const ordered = heights.filter((height) => height > 0).toSorted();
  const thickPx = Math.max(1, ordered[Math.floor(ordered.length / 4)] ?? 1);
  const across = walls.slice(1).flatMap((wall, at): Box[] => {
    const before = walls[at] ?? wall;
    const foot = feet[Math.round((before.x0 + wall.x1) / 2) - rule[0]] ?? wall.foot;
    const floor: Box = [before.x0, foot - thickPx, wall.x1, foot];
    return isClosed ? [floor, [before.x0, foot - heightPx, wall.x1, foot - heightPx + thickPx]] : [floor];
  });
  const down = walls.filter(({ top, foot }) => top < foot);
  return [...down.map(({ x0, x1, foot }): Box => [x0, foot - heightPx, x1, foot]), ...across];
}
