import type { PageQuality, QualityFinding, StreakTrace } from '../../model/quality.ts';

/** Pages in a row on which a line stands in the same place before it is held for dirt: a form's own rules go to the next. */
export const pagesOfStreak = 3;

/** Sheets wander sideways by less than this; measured as a share of the page's width, 0.4 mm of an A4 page. */
const SAME_PLACE_SHARE = 0.002;

interface PageOfScan {
  readonly quality: PageQuality;
}

/**
 * Decides which traces are streaks of a dirty scanner: those that stand in the same place of `pagesOfStreak` pages in a
 * row. `pages` are of one side of one scan, the newest first. Returns the pages on which a streak was found now, and the
 * newest in any case, with their findings.
 */
export function confirmStreaks<Page extends PageOfScan>(pages: readonly Page[]): Page[] {
  const [newest, ...before] = pages;
  if (newest === undefined) return [];
  const together = pages.slice(0, pagesOfStreak);
  if (together.length < pagesOfStreak) return [newest];
  const lasting = newest.quality.traces.filter((trace) =>
    before.slice(0, pagesOfStreak - 1).every(({ quality }) => traceAt(quality, trace, newest.quality) !== undefined),
  );
  if (lasting.length === 0) return [newest];
  return together
    .filter((page) => page === newest || !hasStreaks(page.quality))
    .map((page) => ({ ...page, quality: withStreaks(page.quality, lasting, newest.quality) }));
}

function hasStreaks({ findings }: PageQuality): boolean {
  return findings.some(({ code }) => code === 'streaks');
}

/** The trace of a page that stands where another page's does, of the same kind. */
function traceAt(page: PageQuality, { xPx, contrast }: StreakTrace, other: PageQuality): StreakTrace | undefined {
  return page.traces.find(
    (trace) =>
      Math.sign(trace.contrast) === Math.sign(contrast) &&
      Math.abs(trace.xPx / page.widthPx - xPx / other.widthPx) <= SAME_PLACE_SHARE,
  );
}

function withStreaks(page: PageQuality, lasting: readonly StreakTrace[], newest: PageQuality): PageQuality {
  const own = lasting.map((trace) => traceAt(page, trace, newest) ?? trace);
  const left = Math.min(...own.map(({ xPx }) => xPx));
  const right = Math.max(...own.map(({ xPx, widthPx }) => xPx + widthPx));
  const finding: QualityFinding = {
    ...{ code: 'streaks', value: own.length, limit: 0, unit: 'count' },
    boxPx: [left, 0, right, page.heightPx],
  };
  return { ...page, findings: [...page.findings, finding] };
}
