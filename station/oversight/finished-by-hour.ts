import type { Oversight } from '../../contract/oversight.ts';

const hourMs = 3_600_000;
const hours = 7 * 24;

/** The instant of the earliest hour that is counted. */
export function firstHour(now: Date): Date {
  return new Date((Math.floor(now.getTime() / hourMs) - hours + 1) * hourMs);
}

/** Counts instants hour by hour over the seven days that end with the present hour. */
export function countByHour(ended: readonly { readonly at: string }[], now: Date): Oversight['finished'] {
  const firstMs = firstHour(now).getTime();
  const counts = Array.from({ length: hours }, () => 0);
  for (const { at } of ended) {
    const hour = Math.floor((Date.parse(at) - firstMs) / hourMs);
    if (hour >= 0 && hour < hours) counts[hour] = (counts[hour] ?? 0) + 1;
  }
  return counts.map((documents, hour) => ({ from: new Date(firstMs + hour * hourMs).toISOString(), documents }));
}
