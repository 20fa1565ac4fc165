import type { Oversight } from '../../../contract/oversight.ts';

/** Documents finished on each day of the calendar here, the earliest first. The first day is cut short by what is counted. */
export function countByDay(finished: Oversight['finished']): { readonly day: Date; readonly documents: number }[] {
  const days = new Map<string, { readonly day: Date; readonly documents: number }>();
  for (const { from, documents } of finished) {
    const day = new Date(from);
    const before = days.get(day.toDateString());
    days.set(day.toDateString(), { day: before?.day ?? day, documents: documents + (before?.documents ?? 0) });
  }
  return [...days.values()];
}
