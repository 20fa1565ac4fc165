/** Words of a language, as far as a list has them. */
export interface WordList {
  /** Whether a word is listed, in whichever case. */
  knows(word: string): boolean;
}
