import type { Editor } from '../../../contract/document.ts';
import { textIn } from '../../app/i18n.ts';

export interface Choice {
  /** What is keyed when this is picked. */
  readonly value: string;
  readonly title: string;
}

/** The listed values of an editor; null where the value is written. */
export function choicesOf(
  editor: Editor,
  words: { readonly yes: string; readonly no: string },
  language: string,
): readonly Choice[] | null {
  switch (editor.kind) {
    case 'text':
    case 'date':
      return null;
    case 'yes-no':
      return [
        { value: 'true', title: words.yes },
        { value: 'false', title: words.no },
      ];
    case 'choice':
    case 'several':
      return editor.options.map(({ value, title }) => ({ value, title: textIn(language, title) }));
  }
}

/** The editor's text after picking a listed value: replaced, or added and taken away where several may hold. */
export function pickChoice(editor: Editor, choices: readonly Choice[], text: string, position: number): string | null {
  const choice = choices[position];
  if (choice === undefined) return null;
  if (editor.kind !== 'several') return choice.value;
  const held = new Set(heldValues(text));
  if (!held.delete(choice.value)) held.add(choice.value);
  return choices
    .filter(({ value }) => held.has(value))
    .map(({ value }) => value)
    .join(',');
}

/** The listed values that the editor's text names. */
export function heldValues(text: string): readonly string[] {
  return text === '' ? [] : text.split(',');
}
