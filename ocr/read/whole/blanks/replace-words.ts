import { type Box, holdsMiddle } from '../../../model/geometry.ts';
import type { Word } from '../../../model/reading.ts';
import type { TextLine } from '../../engines/engine.ts';
import { surroundingBox } from '../../engines/page-lines.ts';
import { insertWords } from '../insert-words.ts';

/** What was read anew on a blank, and where it stands and was read before. */
export interface Replacement {
  readonly places: readonly Box[];
  readonly words: readonly Word[];
}

/** Whether a word lies where something was read anew: it is a misreading of that. */
export function isReplaced({ box }: Word, replacements: readonly Replacement[]): boolean {
  return replacements.some(({ places }) => places.some((place) => holdsMiddle(place, box)));
}

/** The lines of a page with what was read anew in the place of what was read there before. */
export function replaceWords(lines: readonly TextLine[], replacements: readonly Replacement[]): TextLine[] {
  const kept = lines.flatMap((line) => {
    const words = line.words.filter((word) => !isReplaced(word, replacements));
    if (words.length === line.words.length) return [line];
    return words.length === 0 ? [] : [{ ...line, words, box: surroundingBox(words.map(({ box }) => box)) }];
  });
  return replacements.map(({ words }) => words).reduce(insertWords, kept);
}
