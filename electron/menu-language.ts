export type Language = 'it' | 'en';

/** Italian for an Italian system, else English. */
export function menuLanguage(locale: string): Language {
  return locale.toLowerCase().startsWith('it') ? 'it' : 'en';
}
