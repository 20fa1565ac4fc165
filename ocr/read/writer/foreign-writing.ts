import type { Zone } from '../../model/form.ts';
import { isInCells } from '../../model/in-cells.ts';
import type { SeenZone } from '../seen-zone.ts';
import type { ZoneText } from '../zone-text.ts';
import { highestOf, median } from './letter-size.ts';
import type { InkRegularity } from './regularity.ts';

/**
 * What is higher, or reaches further below its line, than a machine sets letters is a note, a ring or a line of somebody else. As shares of
 * how high the highest letters of the page's lines are; of 749 typed and typewritten lines none had such a letter.
 */
const tooHigh = 1.4;
const tooDeep = 0.42;
/** The same for cells, as a share of a usual letter in them: 1.39 at most in 800 combs by machines, but for letters with tails. */
const tooHighInCell = 1.4;
/** Of letters by pen, as a share of the lowest in the comb. */
const tooHighByPen = 1.3;
const withoutTail = /^[A-IK-PR-Z0-9]$/;

/**
 * Finds the zones of a machine's page, by their names, in which something stands beside or over what belongs there. `byPen` names those that a
 * pen wrote: combs of these may be a machine's that were written over, where a letter is as much higher than another.
 */
export function findForeignWriting(seen: readonly SeenZone[], byPen: ReadonlySet<string>): ReadonlySet<string> {
  const all = seen.flatMap(({ zone, content }) =>
    'lines' in content && !isForHands(zone) ? [{ id: zone.id, isInCells: isInCells(zone), content }] : [],
  );
  const byMachine = all.filter(({ id }) => !byPen.has(id));
  const lines = byMachine.filter(({ isInCells }) => !isInCells);
  const cells = byMachine.filter(({ isInCells }) => isInCells);
  const penCells = all.filter(({ id, isInCells }) => isInCells && byPen.has(id));
  const highMm = median(lines.map(({ content }) => highestOf(content.regularity)).filter((height) => height > 0));
  const usualPx = median(cells.flatMap(({ content }) => heightsPx(content)));
  const foreign = [
    ...lines.filter(({ content }) => isForeign(content.regularity, highMm)),
    ...cells.filter(({ content }) => isHigher(heightsPx(content), tooHighInCell * usualPx)),
    ...penCells.filter(({ content }) => isHigher(heightsPx(content), tooHighByPen * Math.min(...heightsPx(content)))),
  ];
  return new Set(foreign.map(({ id }) => id));
}

/** Whether a layout says that a hand fills it in, however machines fill in the rest. */
function isForHands(zone: Zone): boolean {
  return 'hand' in zone && (zone.hand === 'block' || zone.hand === 'cursive');
}

function isForeign(line: InkRegularity, highMm: number): boolean {
  return highestOf(line) > tooHigh * highMm || line.deepestMm > tooDeep * highMm;
}

function isHigher(heights: readonly number[], than: number): boolean {
  return heights.some((height) => height > than);
}

/** Of the letters of a comb that have no tails. */
function heightsPx({ lines }: ZoneText): number[] {
  return lines.flat().flatMap(({ text, box }) => (withoutTail.test(text) ? [box[3] - box[1]] : []));
}
