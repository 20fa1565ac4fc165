/** The locale whose dates people here write in a language of the product. */
export function localeOf(language: string): string {
  return language === 'it' ? 'it-IT' : 'en-GB';
}

/** An instant as people here write it: day and time, to the minute. */
export function formatInstant(instant: string, language: string): string {
  return new Intl.DateTimeFormat(localeOf(language), {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(new Date(instant));
}

/** A duration in words, for example `40 minutes`; from two hours on in hours, rounded up. */
export function formatMinutes(minutes: number, language: string): string {
  const [value, unit] = minutes >= 120 ? ([Math.ceil(minutes / 60), 'hour'] as const) : ([minutes, 'minute'] as const);
  return new Intl.NumberFormat(localeOf(language), { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}

/** The last day that a date field takes: without it a year goes on after four digits, and is sent as one that no clock knows. */
export const lastDay = '9999-12-31';
