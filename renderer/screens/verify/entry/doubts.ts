import type { Field } from '../../../../contract/document.ts';
import { alignTexts } from './align.ts';

/** A character of the value that a person has to look at. */
export interface Doubt {
  /** Index in the editor's text. */
  readonly index: number;
  /** Index among the characters read; null where the value has a character that was not read at all. */
  readonly place: number | null;
}

/** A character read less surely than this is marked. In samples nearly all misread characters are below it. */
const sureCharacter = 0.9;
/** Longer texts are not compared character by character: the comparison takes the square of their length. */
const longest = 400;

/** The characters of an open field's text that were read unsurely, or that differ from what was read. */
export function findDoubts({ reading, open }: Pick<Field, 'reading' | 'open'>, text: string): readonly Doubt[] {
  if (reading === null || !open) return [];
  const { characters } = reading;
  if (text.length > longest || characters.length > longest) return [];
  // Folded once each: the comparison asks for every pair.
  const shownFolded = Array.from({ length: text.length }, (_, index) => fold(text[index] ?? ''));
  const readFolded = characters.map((character) => fold(character.text));
  const isOther = (index: number, place: number): boolean => shownFolded[index] !== readFolded[place];
  const partners = alignTexts(text.length, characters.length, isOther);
  return partners
    .map((place, index) => ({ index, place }))
    .filter(({ index, place }) => {
      const shown = text[index] ?? '';
      // The strokes of a date are put in by the editor, and a space is nothing to look at.
      if (place === null) return /[\p{L}\p{N}]/u.test(shown);
      if (shown.trim() === '') return false;
      return (characters[place]?.confidence ?? 0) < sureCharacter || isOther(index, place);
    });
}

function fold(character: string): string {
  return character.toLocaleUpperCase('it');
}
