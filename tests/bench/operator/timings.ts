import type { Page } from '@playwright/test';
import { fieldShownMeasure } from '../../../renderer/screens/verify/timing.ts';

declare global {
  interface Window {
    /** Milliseconds from key to next field, put here by the bench. */
    tabulariumTimings?: number[];
  }
}

/** Begins to keep the page's own measures; they are gone from the page as soon as it has told them. */
export async function watchTimings(page: Page): Promise<void> {
  await page.evaluate((name) => {
    const timings: number[] = [];
    window.tabulariumTimings = timings;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntriesByName(name)) timings.push(entry.duration);
    }).observe({ type: 'measure' });
  }, fieldShownMeasure);
}

/** Milliseconds from each key that led to another field until that was drawn. */
export function collectTimings(page: Page): Promise<number[]> {
  return page.evaluate(() => window.tabulariumTimings ?? []);
}
