import { useMemo, useState } from 'react';
import type { Field } from '../../../../contract/document.ts';
import { editorText } from '../../../ui/value-text.ts';
import { beginEntry, chooseAll, type Entry, entryOf, typeInto } from './entry.ts';
import { maskText } from './masks.ts';

export interface EntryWork {
  readonly entry: Entry;
  readonly isChanged: boolean;
  /** Takes what the input holds after a person typed; `caret` is where the caret then is. */
  type(typed: string, caret: number): void;
  /** Puts another text in place of the present one. */
  put(text: string): void;
  /** Undoes what was typed; where nothing was, chooses the whole text, so that typing replaces it. False if it is chosen already. */
  undo(): boolean;
}

/** The text of the field in focus while a person works on it; begins with what was picked from the page, if anything was. */
export function useEntry(field: Field, picked: string | null): EntryWork {
  const first = useMemo(() => beginEntry(field), [field]);
  const [entry, setEntry] = useState(picked === null ? first : entryOf(maskText(field.kind, picked)));
  const isChanged = entry.text !== editorText(field.editor, field.value);
  return {
    entry,
    isChanged,
    type: (typed, caret) => setEntry((before) => typeInto(before, field.kind, typed, caret)),
    put: (text) => setEntry(entryOf(text)),
    undo() {
      if (!isChanged && entry.start === 0 && entry.end === entry.text.length) return false;
      setEntry(isChanged ? first : chooseAll);
      return true;
    },
  };
}
