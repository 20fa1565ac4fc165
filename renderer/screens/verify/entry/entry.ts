import type { Field } from '../../../../contract/document.ts';
import { findDoubts } from './doubts.ts';
import { textOfValue } from './field-text.ts';
import { maskOfKind } from './masks/masks.ts';

/** The text in the editor, with the caret. Indices are between characters, as a text input has them. */
export interface Entry {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Indices of the characters that are still doubtful, in order. */
  readonly doubts: readonly number[];
}

/** What a field begins with: its first doubtful character is chosen, so that typing replaces it; else all of it. */
export function beginEntry(field: Field): Entry {
  const text = textOfValue(field, field.value);
  const doubts = findDoubts(field, text).map(({ index }) => index);
  return choose({ text, start: 0, end: text.length, doubts }, doubts[0]);
}

/** A text put in place of the present one, the caret behind it. */
export function entryOf(text: string): Entry {
  return { text, start: text.length, end: text.length, doubts: [] };
}

/** What the input holds after a person typed. */
export interface Typed {
  readonly typed: string;
  /** Where the caret then is. */
  readonly caret: number;
  /** Whether what stood behind the caret was deleted. */
  readonly isForward: boolean;
}

export function chooseAll(entry: Entry): Entry {
  return { ...entry, start: 0, end: entry.text.length };
}

/**
 * The entry after a person typed. What was typed is no longer doubtful; over a doubtful character the caret goes on to the
 * next one, so that a value is put right by keying the wrong characters alone.
 */
export function typeInto(entry: Entry, kind: Field['kind'], { typed, caret, isForward }: Typed): Entry {
  const { dress } = maskOfKind(kind);
  const text = dress(typed);
  const behind = dress(typed.slice(0, caret)).length;
  // A separator that was deleted is there again: the caret has to pass it, or Delete would get no further.
  const end = Math.min(text.length, isForward && text === entry.text ? behind + 1 : behind);
  const change = changeBetween(entry.text, text, end);
  const doubts = entry.doubts
    .filter((index) => index < change.from || index >= change.oldEnd)
    .map((index) => (index < change.from ? index : index + change.newEnd - change.oldEnd));
  const after = { text, start: end, end, doubts };
  const isOverDoubt = change.oldEnd - change.from === 1 && entry.doubts.includes(change.from);
  if (!isOverDoubt || change.newEnd - change.from !== 1) return after;
  return choose(
    after,
    doubts.find((index) => index > change.from),
  );
}

function choose(entry: Entry, index: number | undefined): Entry {
  return index === undefined ? entry : { ...entry, start: index, end: index + 1 };
}

/** What lies between the common beginning and the common end of two texts; `caret` is where the change ends in the new one. */
function changeBetween(before: string, after: string, caret: number) {
  let from = 0;
  while (from < Math.min(before.length, caret) && before[from] === after[from]) from += 1;
  let kept = 0;
  while (
    kept < Math.min(before.length - from, after.length - from, after.length - caret) &&
    before[before.length - 1 - kept] === after[after.length - 1 - kept]
  )
    kept += 1;
  return { from, oldEnd: before.length - kept, newEnd: after.length - kept };
}
