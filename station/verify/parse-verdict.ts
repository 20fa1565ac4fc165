import type { Verdict } from '../../contract/document.ts';
import { describeField } from '../../ocr/extract/describe.ts';
import { parseKeyedValue } from '../../ocr/extract/recheck.ts';
import type { Tables } from '../../ocr/extract/tables/tables.ts';
import type { FormPackage } from '../../ocr/model/form.ts';
import type { VerdictKind } from '../store/tables/verification.ts';
import type { Given } from '../store/verdicts.ts';
import { refuse } from '../texts/refusals/refusals.ts';
import { shownRule, type WeighedField } from './weigh-words.ts';

export interface ParsedVerdict {
  readonly kind: VerdictKind;
  readonly given: Given;
}

/**
 * Turns a person's word on a field into what is stored. Keyed text is normalised by the rules of the field. Confirming a
 * value that somebody keyed keys it once more; keying nothing says that the page is empty there. Throws an AppError where
 * a value is not among those that the field takes.
 */
export function parseVerdict(
  form: FormPackage,
  weighed: WeighedField,
  verdict: Verdict,
  tables: Tables,
): ParsedVerdict {
  switch (verdict.kind) {
    case 'confirm': {
      const { value } = weighed.field;
      const kind = weighed.word?.kind === 'key' ? 'key' : 'confirm';
      return { kind, given: { value, despite: shownRule(weighed, value) } };
    }
    case 'key': {
      const text = verdict.value.trim();
      if (text === '') return nothingThere('empty');
      refuseOutsideList(form, weighed.pointer, text);
      const value = parseKeyedValue(form, weighed.pointer, text, tables)?.value ?? null;
      if (value === null) return nothingThere('empty');
      return { kind: 'key', given: { value, despite: shownRule(weighed, value) } };
    }
    case 'empty':
    case 'unreadable':
      return nothingThere(verdict.kind);
  }
}

/** The word itself says why the field has no value, so that a required one need not be insisted on. */
function nothingThere(kind: 'empty' | 'unreadable'): ParsedVerdict {
  return { kind, given: { value: null, despite: 'required-empty' } };
}

function refuseOutsideList(form: FormPackage, pointer: string, text: string): void {
  const description = describeField(form.schema, pointer);
  if (description === null) throw refuse('no-such-field');
  const { type, options } = description;
  if (type === 'boolean' && text !== 'true' && text !== 'false') throw refuse('not-in-list');
  if (options.length === 0) return;
  const known = new Set(options.map(({ value }) => value));
  const keyed = type === 'strings' ? text.split(',') : [text];
  if (!keyed.every((value) => known.has(value))) throw refuse('not-in-list');
}
