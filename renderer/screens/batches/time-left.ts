/** How many pages were done at a moment. */
export interface Pace {
  readonly atMs: number;
  readonly done: number;
}

/** What must have been seen before a pace tells anything: pages differ much in what they take. */
const leastPages = 10;
const leastMs = 15_000;

/** Minutes, rounded up, until `total` pages are done at the pace since `began`; null while nobody can tell, or nothing is left. */
export function minutesLeft(began: Pace, now: Pace, total: number): number | null {
  const done = now.done - began.done;
  const tookMs = now.atMs - began.atMs;
  const left = total - now.done;
  if (done < leastPages || tookMs < leastMs || left <= 0) return null;
  return Math.ceil((left * tookMs) / done / 60_000);
}
