import { useMemo, useState } from 'react';
import type { Field } from '../../../../contract/document.ts';
import { beginEntry, chooseAll, type Entry, entryOf, type Typed, typeInto } from './entry.ts';
import { textOfValue } from './field-text.ts';
import { maskOf } from './masks/masks.ts';

export interface EntryWork {
  readonly entry: Entry;
  readonly isChanged: boolean;
  type(typed: Typed): void;
  /** Puts another text in place of the present one. */
  put(text: string): void;
  /**
   * Undoes what was typed; where nothing was, chooses the whole text, so that typing replaces it. False when asked once more:
   * not because all is chosen from the start, or whoever asks before typing would find the caret elsewhere.
   */
  undo(): boolean;
}

/**
 * The text of the field in focus while a person works on it; begins with what was picked from the page, if anything was, and
 * anew whenever `visit` is another.
 */
export function useEntry(field: Field, picked: string | null, visit: string): EntryWork {
  const first = useMemo(() => beginEntry(field), [field]);
  const begin = () => ({
    visit,
    chosenAnew: false,
    entry: picked === null ? first : entryOf(maskOf(field).dress(picked)),
  });
  const [held, setHeld] = useState(begin);
  const current = held.visit === visit ? held : begin();
  if (current !== held) setHeld(current);
  const { entry, chosenAnew } = current;
  const setEntry = (change: (before: Entry) => Entry, isChosen = false): void =>
    setHeld((before) => ({ ...before, chosenAnew: isChosen, entry: change(before.entry) }));
  const isChanged = entry.text !== textOfValue(field, field.value);
  return {
    entry,
    isChanged,
    type: (typed) => setEntry((before) => typeInto(before, field.kind, typed)),
    put: (text) => setEntry(() => entryOf(text)),
    undo() {
      if (!isChanged && chosenAnew) return false;
      setEntry((before) => (isChanged ? first : chooseAll(before)), !isChanged);
      return true;
    },
  };
}
