import type { Field, Value, Verdict } from '../../../../contract/document.ts';
import { editorText } from '../../../ui/value-text.ts';
import { writtenAmount } from './masks/amount.ts';
import { maskOf } from './masks/masks.ts';

type Written = Pick<Field, 'kind' | 'editor'>;

/** A value of a field as the editor shows it: as people write its kind. */
export function textOfValue(field: Written, value: Value): string {
  const text = editorText(field.editor, value);
  return maskOf(field).dress(field.kind === 'amount' ? writtenAmount(text) : text);
}

/**
 * What accepting the editor's text says about the field. Null when it says nothing: a required field that is empty
 * wants a word of its own, so that Enter held down never passes over it.
 */
export function verdictOfText(field: Field, text: string): Verdict | null {
  const trimmed = text.trim();
  if (field.value !== null && trimmed === textOfValue(field, field.value).trim()) return { kind: 'confirm' };
  if (trimmed !== '') return { kind: 'key', value: maskOf(field).strip(trimmed) };
  return field.required ? null : { kind: 'empty' };
}
