import type { Box } from '../../model/geometry.ts';
import type { InkMask } from './mask.ts';

/** How far from its even place a cut between two lines may be, as a share of their distance. */
const slackShare = 0.4;

/**
 * Cuts a zone of several lines of writing into bands, top to bottom, each the whole width of the mask: near every place
 * where an even division would cut, along the row with the least ink. The first and last band reach to the mask's edges.
 */
export function splitIntoLines(ink: InkMask, [, zoneTop, , zoneBottom]: Box, lineCount: number): Box[] {
  if (lineCount === 1) return [[0, 0, ink.widthPx, ink.heightPx]];
  const rows = inkPerRow(ink);
  const pitch = (zoneBottom - zoneTop) / lineCount;
  const cuts = [0];
  for (let line = 1; line < lineCount; line += 1) {
    const even = zoneTop + line * pitch;
    cuts.push(quietestRow(rows, even, slackShare * pitch, cuts.at(-1) ?? 0));
  }
  cuts.push(ink.heightPx);
  return cuts.slice(1).map((bottom, index): Box => [0, cuts[index] ?? 0, ink.widthPx, bottom]);
}

function inkPerRow({ data, widthPx, heightPx }: InkMask): number[] {
  return Array.from({ length: heightPx }, (_, y) => {
    let count = 0;
    for (let x = 0; x < widthPx; x += 1) count += data[y * widthPx + x] ?? 0;
    return count;
  });
}

/** The row with the least ink within `slack` of `even`; among equals the nearest. */
function quietestRow(rows: readonly number[], even: number, slack: number, atLeast: number): number {
  let best = Math.round(even);
  let leastCost = Infinity;
  const first = Math.max(atLeast, Math.ceil(even - slack));
  const last = Math.min(rows.length - 1, Math.floor(even + slack));
  for (let y = first; y <= last; y += 1) {
    const cost = (rows[y] ?? 0) + Math.abs(y - even) / (slack + 1);
    if (cost >= leastCost) continue;
    leastCost = cost;
    best = y;
  }
  return best;
}
