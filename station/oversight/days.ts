import { setImmediate } from 'node:timers/promises';
import type { ReadableStore } from '../store/connection.ts';
import type { Span } from '../store/oversight.ts';
import { findSheets, putSheet } from '../store/overview-days.ts';
import type { Store } from '../store/store.ts';
import { type DaySheet, daySheetSchema, drawSheet } from './day-sheet.ts';

const dayMs = 86_400_000;
/** How far back is looked, the present day included. */
export const daysBack = 91;

/** Days in UTC, such as 2026-03-31, the earliest first. */
export function daysUntil(now: Date): readonly string[] {
  return Array.from({ length: daysBack }, (_, index) => dayOf(now.getTime() - (daysBack - 1 - index) * dayMs));
}

/** The sheets of all days until now. Those of days gone by are put down if they are not yet. */
export function sheetsUntil(store: Store, now: Date): DaySheet[] {
  const put = sheetsPut(store, now);
  const today = dayOf(now.getTime());
  return daysUntil(now).map(
    (day) => put.get(day) ?? (day === today ? drawSheet(store, spanOf(day)) : putDown(store, day)),
  );
}

/** Puts down what is missing of the days gone by, one after the other, so that whoever opens the overview need not wait. */
export async function putDownDays(store: Store, now: Date, signal: AbortSignal): Promise<void> {
  const put = sheetsPut(store, now);
  for (const day of daysUntil(now).slice(0, -1)) {
    if (put.has(day)) continue;
    await setImmediate();
    if (signal.aborted) return;
    putDown(store, day);
  }
}

/** A sheet as another version of the program put it down counts as missing. */
function sheetsPut(store: ReadableStore, now: Date): ReadonlyMap<string, DaySheet> {
  const sheets = new Map<string, DaySheet>();
  for (const [day, sheet] of findSheets(store, daysUntil(now)[0] ?? '')) {
    const parsed = daySheetSchema.safeParse(JSON.parse(sheet));
    if (parsed.success) sheets.set(day, parsed.data);
  }
  return sheets;
}

function putDown(store: Store, day: string): DaySheet {
  return store.transact((transaction) => {
    const sheet = drawSheet(transaction, spanOf(day));
    putSheet(transaction, day, JSON.stringify(sheet));
    return sheet;
  });
}

function spanOf(day: string): Span {
  const from = new Date(`${day}T00:00:00.000Z`);
  return { from: from.toISOString(), to: new Date(from.getTime() + dayMs).toISOString() };
}

function dayOf(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 10);
}
