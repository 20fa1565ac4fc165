import type { Page } from '@playwright/test';
import { fieldShownMeasure } from '../../../renderer/screens/verify/timing.ts';

declare global {
  interface Window {
    /** Milliseconds from key to next field, one for each key that led on, put here by the bench. */
    tabulariumTimings?: number[];
  }
}

/** How a person leaves a field or a document. */
export type KeyedAs = 'accepted' | 'typed' | 'picked' | 'emptied' | 'passed by Tab' | 'finished';

/** One key that led to something else on screen. */
export interface Step {
  readonly keyedAs: KeyedAs;
  /** The next field of the same document, the end of its fields, or the next document. */
  readonly ledTo: 'field' | 'end of document' | 'next document';
  /** From the key's own time stamp until what it led to was drawn, in milliseconds. */
  readonly shownMs: number;
}

/** A key that leads nowhere for so long must not keep the bench for ever. */
const longestMs = 60_000;

/** Begins to keep the page's own measures; they are gone from the page as soon as it has told them. */
export async function watchTimings(page: Page): Promise<void> {
  await page.evaluate((name) => {
    const timings: number[] = [];
    window.tabulariumTimings = timings;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntriesByName(name)) timings.push(entry.duration);
      window.dispatchEvent(new Event(name));
    }).observe({ type: 'measure' });
  }, fieldShownMeasure);
}

/**
 * Presses keys of which the last leads on, and waits until what it leads to is drawn. The page itself tells when: nothing
 * is asked of it in between, because whatever a bench runs in the page is time that no person at the keyboard waits for.
 * Milliseconds of the last key; null where it led away from the verification screen.
 */
export async function pressUntilShown(page: Page, press: () => Promise<void>): Promise<number | null> {
  const told = await page.evaluate(() => window.tabulariumTimings?.length ?? 0);
  const shown = page.evaluate(nextTiming, { told, name: fieldShownMeasure, longestMs });
  // Heard where it is awaited; until then a key that fails is the error to tell.
  shown.catch(() => {});
  await press();
  return shown;
}

/** Runs in the page. */
function nextTiming(asked: { told: number; name: string; longestMs: number }): Promise<number | null> {
  const { told, name, longestMs: mostMs } = asked;
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const timing = window.tabulariumTimings?.[told];
      if (timing !== undefined) resolve(timing);
      else if (!document.location.hash.includes('/verify')) resolve(null);
    };
    window.addEventListener(name, look);
    window.addEventListener('hashchange', look);
    setTimeout(() => reject(new Error('the key led nowhere')), mostMs);
    look();
  });
}
