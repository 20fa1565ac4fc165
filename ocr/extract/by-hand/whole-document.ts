/** Something written on a document. */
export interface WrittenText {
  readonly text: string;
  readonly handwritten: boolean;
}

/**
 * Share of the written text above which a whole document counts as filled in by hand. A form is rarely filled in by hand
 * and by machine at once, and short handwritten values (a number, a date in a comb) look typed when seen alone.
 */
const handwrittenShare = 0.3;

/** Whether so much of what is written looks like handwriting that all of it counts as such. */
export function isFilledInByHand(written: readonly WrittenText[]): boolean {
  const lengthOf = (texts: readonly WrittenText[]) => texts.reduce((sum, { text }) => sum + text.length, 0);
  const byHand = lengthOf(written.filter(({ handwritten }) => handwritten));
  return byHand > 0 && byHand >= handwrittenShare * lengthOf(written);
}
