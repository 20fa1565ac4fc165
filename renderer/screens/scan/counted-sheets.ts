/** A whole number of sheets from 1, or null where nobody counted. */
export function sheetsOf(text: string): number | null {
  return /^\d{1,5}$/.test(text.trim()) && Number(text) > 0 ? Number(text) : null;
}

/** Whether something is written that is no number of sheets. */
export function isMistaken(text: string): boolean {
  return text.trim() !== '' && sheetsOf(text) === null;
}
