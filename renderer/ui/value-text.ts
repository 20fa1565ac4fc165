import type { Editor, Value } from '../../contract/document.ts';
import { textIn } from '../app/i18n.ts';

/** An ISO date as it is written here, day first; anything else unchanged. */
export function dayFirst(value: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  return year === undefined ? value : `${day}/${month}/${year}`;
}

/** The text a person starts from in the editor. */
export function editorText(editor: Editor, value: Value): string {
  if (value === null) return '';
  if (Array.isArray(value)) return value.join(',');
  if (editor.kind === 'date') return dayFirst(String(value));
  return String(value);
}

/** A value as it is shown; empty when there is none. */
export function shownValue(
  editor: Editor,
  value: Value,
  words: { readonly yes: string; readonly no: string },
  language: string,
): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (editor.kind === 'choice' || editor.kind === 'several') {
    const codes = Array.isArray(value) ? value : [String(value)];
    return codes.map((code) => titleOfOption(editor, code, language)).join(', ');
  }
  return editorText(editor, value);
}

function titleOfOption(editor: Extract<Editor, { options: unknown }>, code: string, language: string): string {
  const option = editor.options.find(({ value }) => value === code);
  return option === undefined ? code : textIn(language, option.title);
}

/** The value that a keyed text most likely becomes, shown until the station has answered with the real one. */
export function valueOfText(editor: Editor, text: string): Value {
  if (text === '') return null;
  if (editor.kind === 'yes-no') return text === 'true';
  if (editor.kind === 'several') return text.split(',');
  return text;
}
