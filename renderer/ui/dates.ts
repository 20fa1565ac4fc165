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
