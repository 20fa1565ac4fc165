import type { Account } from '../../contract/account.ts';
import type { DocumentSummary, Editor, Field } from '../../contract/document.ts';
import { describeField, type FieldDescription } from '../../ocr/extract/describe.ts';
import type { ExtractedField } from '../../ocr/model/field.ts';
import type { FormPackage } from '../../ocr/model/form.ts';
import type { StoredDocument } from '../store/documents.ts';
import { tellNotices } from '../texts/notices.ts';
import { tellMachineNote, tellReason } from '../texts/tell.ts';
import { type Forms, titleOfForm } from './present-page.ts';
import type { WeighedField } from './weigh-words.ts';

/** For whom fields are presented. */
export interface Audience {
  /** Names by account id. */
  readonly names: ReadonlyMap<string, string>;
  readonly viewer: Account;
}

export function presentSummary(document: StoredDocument, forms: Forms): DocumentSummary {
  const { id, batchId, ordinal, formKey, state, pages, openFields, note, reference } = document;
  const form = formKey === null ? null : titleOfForm(forms, formKey);
  // The machine notes a code, people write their own words.
  const cause = note === null ? null : tellMachineNote(note);
  return {
    ...{ id, batchId, ordinal, form, state, pages, openFields, reference, cause },
    note: cause === null ? note : null,
    notices: tellNotices(document.notices),
  };
}

/** Fields in the order of the form's `x-tabularium-order`, the rest after them in the order of the layout. */
export function presentFields(form: FormPackage | null, weighed: readonly WeighedField[], audience: Audience): Field[] {
  const order = orderOf(form);
  const rank = (pointer: string) => order.get(pointer) ?? order.size;
  return weighed
    .toSorted((left, right) => rank(left.pointer) - rank(right.pointer))
    .map((one) => presentField(form && describeField(form.schema, one.pointer), one, audience));
}

function orderOf(form: FormPackage | null): ReadonlyMap<unknown, number> {
  const pointers = form?.schema['x-tabularium-order'];
  return new Map(Array.isArray(pointers) ? pointers.map((pointer, index) => [pointer, index]) : []);
}

function presentField(
  description: FieldDescription | null,
  { pointer, field, word, open, special }: WeighedField,
  { names, viewer }: Audience,
): Field {
  const hidden = special && !viewer.seesSpecialCategories;
  const { value, raw, confidence, status, reason, candidates, page, boxPx } = hidden ? withoutContent(field) : field;
  return {
    ...{ pointer, value, raw, confidence, status, candidates, page, boxPx, open, hidden },
    title: description?.title ?? { it: pointer, en: pointer },
    editor: editorOf(description),
    required: description?.required ?? false,
    reason: reason === null ? null : tellReason(reason),
    verification: word && { verdict: word.kind, by: names.get(word.accountId) ?? word.accountId, at: word.at },
  };
}

/** What is left of a field whose content the viewer must not see. */
function withoutContent({ confidence, status, reason, page }: ExtractedField): ExtractedField {
  return { value: null, raw: '', confidence, status, reason, candidates: [], page, boxPx: null };
}

function editorOf(description: FieldDescription | null): Editor {
  if (description === null) return { kind: 'text' };
  const options = description.options.map(({ value, title }) => ({ value, title }));
  if (description.type === 'boolean') return { kind: 'yes-no' };
  if (description.type === 'strings' && options.length > 0) return { kind: 'several', options };
  if (options.length > 0) return { kind: 'choice', options };
  return description.kind === 'date' ? { kind: 'date' } : { kind: 'text' };
}
