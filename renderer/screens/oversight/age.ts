/** How long ago an instant was, in the largest unit of which there are at least two: `3 days`, `40 minutes`. */
export function formatAge(instant: string, now: string, language: string): string {
  const minutes = Math.max(0, Math.floor((Date.parse(now) - Date.parse(instant)) / 60_000));
  const [value, unit] =
    minutes >= 48 * 60
      ? ([Math.floor(minutes / 1440), 'day'] as const)
      : minutes >= 120
        ? ([Math.floor(minutes / 60), 'hour'] as const)
        : ([minutes, 'minute'] as const);
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}
