import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field } from '../../../contract/document.ts';
import { type Choice, pickChoice } from './choices.ts';
import { textOfValue, verdictOfText } from './entry/field-text.ts';
import type { EntryWork } from './entry/use-entry.ts';
import type { Bench } from './use-workbench.ts';

export interface Accepting {
  /** Why the text was not accepted; null where nothing was wrong, or where it was changed since. */
  readonly mistake: string | null;
  /** Gives the text as the person's word and goes on; leaves a field that has its word already as it is. */
  accept(text: string): void;
  /** Takes one of the listed values or of the other readings, by its place in the list. */
  pick(position: number): void;
  forgetMistake(): void;
}

interface Lists {
  /** The values of a field that has a list; null for a text. */
  readonly choices: readonly Choice[] | null;
  readonly offers: readonly string[];
}

/** What Enter and the digit keys do in the editor of a field. */
export function useAccepting(
  bench: Bench,
  field: Field,
  work: EntryWork,
  { choices, offers }: Lists,
  disabled: boolean,
): Accepting {
  const { t } = useTranslation();
  const [mistaken, setMistaken] = useState<{ readonly during: string; readonly text: string } | null>(null);

  const accept = (text: string): void => {
    if (disabled) return;
    const unchanged = text === textOfValue(field, field.value);
    if (unchanged && !field.open) {
      bench.pass();
      return;
    }
    const verdict = verdictOfText(field, text);
    if (verdict === null) setMistaken({ during: bench.editorKey, text: t('verify.typeFirst') });
    else bench.say(verdict);
  };
  const pick = (position: number): void => {
    if (choices === null) {
      const offer = offers[position];
      if (offer !== undefined) accept(offer);
      return;
    }
    const picked = pickChoice(field.editor, choices, work.entry.text, position);
    if (picked === null) return;
    work.put(picked);
    if (field.editor.kind !== 'several') accept(picked);
  };
  return {
    mistake: mistaken?.during === bench.editorKey ? mistaken.text : null,
    accept,
    pick,
    forgetMistake: () => setMistaken(null),
  };
}
