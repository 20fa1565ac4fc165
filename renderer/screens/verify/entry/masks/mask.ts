/** What is still to be done about a text, or what in it cannot be so. */
export type Finding =
  | { readonly kind: 'missing' | 'surplus'; readonly count: number }
  /** Characters that the kind does not have, or not where they stand. */
  | { readonly kind: 'unfit'; readonly characters: string }
  | { readonly kind: 'no-such-day' | 'no-amount' };

/**
 * How a kind of value is written. A mask guides and never stands in the way: it puts in what nobody needs to key, and takes
 * nothing out but separators, so that whatever stands on the paper can be keyed or pasted, and is told where it does not fit.
 */
export interface Mask {
  /** The text as it is shown: capitals, separators. What it has made already it leaves as it is. */
  dress(text: string): string;
  /** The text as it is sent: without the separators that are only shown. */
  strip(text: string): string;
  /** Null where nothing is written, or nothing is left to say. */
  check(text: string): Finding | null;
  /** What is still to be keyed behind the text, a sign for each character; `dateForm` is a whole date as signs, such as gg/mm/aaaa. */
  rest(text: string, dateForm: string): string;
}

/** Each character once, with gaps between them. */
export function listed(characters: readonly string[]): string {
  return [...new Set(characters)].join(' ');
}
