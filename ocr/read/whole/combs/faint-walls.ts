import type { InkMask } from '../../ink/mask.ts';
import { middleOf, type WallRow } from './regular-walls.ts';
import type { Wall } from './standing-walls.ts';

/** From so many walls on it is known where the next one would stand. */
const fewestWalls = 4;
/** What is left of a faint wall and of the floor before it, as shares of their lengths. */
const leastWall = 0.4;
const leastFloor = 0.5;
/** Letters stand clear of ceiling and floor: some of a wall is left between these shares of its height from either. */
const clear = { from: 0.08, to: 0.22 } as const;
/** A wall stands off its place, and the floor off its level, by no more than this. */
const slackPx = 2;

/** Adds the walls at both ends of a row of which a scan left but traces, as far as there are any at the pitch of the others. */
export function withFaintWalls(mask: InkMask, row: WallRow): WallRow {
  if (row.walls.length < fewestWalls) return row;
  const right = goOn(mask, row.walls, row.heightPx);
  return { ...row, walls: goOn(mask, right.reverse(), row.heightPx).reverse() };
}

function goOn(mask: InkMask, known: readonly Wall[], heightPx: number): Wall[] {
  const walls = [...known];
  for (;;) {
    const [first, last] = [walls[0], walls.at(-1)];
    if (first === undefined || last === undefined) return walls;
    const next = middleOf(last) + (middleOf(last) - middleOf(first)) / (walls.length - 1);
    const wall = traceAt(mask, next, last.foot, heightPx);
    if (wall === null || floorBetween(mask, middleOf(last), next, last.foot) < leastFloor) return walls;
    walls.push(wall);
  }
}

/** The column near a place that has most ink over the floor, where that is a wall's. */
function traceAt(mask: InkMask, place: number, foot: number, heightPx: number): Wall | null {
  const inkOf = (x: number, from: number, to: number) => inkDown(mask, x, foot - to * heightPx, foot - from * heightPx);
  let [best, most] = [0, 0];
  for (let x = Math.max(0, Math.round(place) - slackPx); x <= Math.min(mask.widthPx - 1, place + slackPx); x += 1) {
    const inked = inkOf(x, 0, 1);
    if (inked > most) [best, most] = [x, inked];
  }
  const isWall =
    most >= leastWall * heightPx &&
    inkOf(best, clear.from, clear.to) > 0 &&
    inkOf(best, 1 - clear.to, 1 - clear.from) > 0;
  return isWall ? { x0: best, x1: best + 1, top: foot - Math.round(heightPx), foot } : null;
}

function inkDown({ data, widthPx }: InkMask, x: number, top: number, bottom: number): number {
  let inked = 0;
  for (let y = Math.max(0, Math.round(top)); y < Math.round(bottom); y += 1) inked += data[y * widthPx + x] ?? 0;
  return inked;
}

/** The share of the columns between two places that have ink at the level of the floor. */
function floorBetween({ data, widthPx }: InkMask, one: number, other: number, foot: number): number {
  const [from, to] = [Math.round(Math.min(one, other)), Math.round(Math.max(one, other))];
  let inked = 0;
  for (let x = from; x < to; x += 1) {
    for (let y = Math.max(0, foot - 2 * slackPx); y < foot + slackPx; y += 1) {
      if (data[y * widthPx + x] !== 1) continue;
      inked += 1;
      break;
    }
  }
  return inked / Math.max(1, to - from);
}
