import { localeOf } from './dates.ts';

/** A count as people here write it, with the digits of large ones in groups. */
export function formatCount(count: number, language: string): string {
  return new Intl.NumberFormat(localeOf(language), { useGrouping: 'always' }).format(count);
}
