import type { Random } from '../random.ts';

/** Draws a day between two years, both included, as an ISO date. */
export function inventDate(random: Random, fromYear: number, toYear: number): string {
  const month = random.whole(1, 12);
  const day = random.whole(1, 28);
  return `${random.whole(fromYear, toYear)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The day `days` before another, both ISO dates. */
export function daysBefore(isoDate: string, days: number): string {
  const date = new Date(`${isoDate}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - days);
  return date.toISOString().slice(0, 10);
}
