/** Endings of domains that are no country's, as far as addresses on paper have them; those of RFC 2606 stand in specimens. */
export const generalEndings: readonly string[] = [
  'com',
  'org',
  'net',
  'info',
  'eu',
  'edu',
  'gov',
  'int',
  'biz',
  'name',
  'pro',
  'cloud',
  'online',
  'email',
  'studio',
  'legal',
  'coop',
  'museum',
  'cat',
  'roma',
  'example',
  'test',
];
const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

/** Whether addresses of mail may end so: in a country's two letters or a general ending. */
export function isKnownEnding(ending: string): boolean {
  const lower = ending.toLowerCase();
  if (generalEndings.includes(lower)) return true;
  return lower.length === 2 && regions.of(lower.toUpperCase()) !== undefined;
}

/** The only known ending that differs from this one by a single letter, or null. Endings of countries lie too close together. */
export function nearestEnding(ending: string): string | null {
  const lower = ending.toLowerCase();
  const near = generalEndings.filter(
    (known) =>
      known.length > 3 &&
      known.length === lower.length &&
      [...known].filter((letter, place) => letter !== lower[place]).length === 1,
  );
  return near.length === 1 ? (near[0] ?? null) : null;
}
