/*
 * Positions are fractions written with the figures 0-9 and a-z after an unseen point, sorted as text. Between any two
 * there is always another, so that moving a page touches that page alone and what was moved can be put back to where it
 * was. (The idea is known as fractional indexing: D. Greenspan, "Implementing Fractional Indexing", 2017.)
 */

const figures = '0123456789abcdefghijklmnopqrstuvwxyz';

/** Where a page lies before anybody moved it: by source as it came, then by page of the source. */
export function firstPosition(sourceOrdinal: number, pageIndex: number): string {
  return `m${hex(sourceOrdinal, 8)}${hex(pageIndex, 6)}h`;
}

function hex(value: number, width: number): string {
  return value.toString(16).padStart(width, '0');
}

/**
 * `count` positions in order between two others; null stands for the beginning or the end of everything.
 * `before` must sort before `after`.
 */
export function positionsBetween(before: string | null, after: string | null, count: number): string[] {
  if (count === 0) return [];
  const middle = between(before ?? '', after);
  const left = Math.floor((count - 1) / 2);
  return [...positionsBetween(before, middle, left), middle, ...positionsBetween(middle, after, count - 1 - left)];
}

/**
 * A position between two. It never ends with the figure that first positions end with, so that no page which is still to
 * come can have the same.
 */
function between(before: string, after: string | null): string {
  let shared = 0;
  while (after !== null && figureAt(before, shared) === figureAt(after, shared)) {
    if (shared >= Math.max(before.length, after.length))
      throw new RangeError('there is nothing between equal positions');
    shared += 1;
  }
  const low = figureAt(before, shared);
  const high = after === null ? figures.length : figureAt(after, shared);
  const start = before.slice(0, shared).padEnd(shared, '0');
  if (high - low > 1) return `${start}${figures[(low + high) >> 1]}1`;
  return `${start}${figures[low]}${between(before.slice(shared + 1), null)}`;
}

function figureAt(position: string, at: number): number {
  return at < position.length ? figures.indexOf(position.charAt(at)) : 0;
}
