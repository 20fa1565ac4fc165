/** An instant as people here write it: day and time, to the minute. */
export function formatInstant(instant: string, language: string): string {
  return new Intl.DateTimeFormat(language === 'it' ? 'it-IT' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(new Date(instant));
}
