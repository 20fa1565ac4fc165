/** Tells from where a list stands, each time it is scrolled, whether somebody hurries through it. */
export interface ScrollPace {
  /** `topPx` and `atMs` as they are after a scroll; returns whether the list is scrolled in haste. */
  note(topPx: number, atMs: number): boolean;
}

/** A tile that stays in sight for less than about half a second is not looked at. */
const hastyTilesPerSecond = 8;
/** Calm begins lower than haste, so that a steady hand does not go from one to the other all the time. */
const calmTilesPerSecond = 5;
/** Single frames come unevenly. */
const leastSampleMs = 30;

/** After a pause of this length scrolling begins anew: a jump from one place to another is no haste. */
export const scrollPauseMs = 200;

/** Watches a list of tiles of one height, from a standstill. */
export function createScrollPace(tileHeightPx: number): ScrollPace {
  let last: { topPx: number; atMs: number } | null = null;
  let newestMs = Number.NEGATIVE_INFINITY;
  let isHasty = false;
  return {
    note(topPx, atMs) {
      const pausedMs = atMs - newestMs;
      newestMs = atMs;
      if (last === null || pausedMs >= scrollPauseMs) {
        last = { topPx, atMs };
        isHasty = false;
        return isHasty;
      }
      const elapsedMs = atMs - last.atMs;
      if (elapsedMs < leastSampleMs) return isHasty;
      const tilesPerSecond = (1000 * Math.abs(topPx - last.topPx)) / tileHeightPx / elapsedMs;
      last = { topPx, atMs };
      isHasty = tilesPerSecond > (isHasty ? calmTilesPerSecond : hastyTilesPerSecond);
      return isHasty;
    },
  };
}
