import type { Account } from '../../contract/account.ts';
import type { DocumentSummary, Editor, Field } from '../../contract/document.ts';
import { describeField, type FieldDescription } from '../../ocr/extract/describe.ts';
import type { ExtractedField } from '../../ocr/model/field.ts';
import type { FormPackage } from '../../ocr/model/form.ts';
import type { StoredDocument } from '../store/documents.ts';
import type { Word } from '../store/verdicts.ts';
import { tellNotices } from '../texts/notices.ts';
import { tellMachineNote, tellPolicy, tellReason } from '../texts/tell.ts';
import { type AskedField, isOpenTo } from './ask-fields.ts';
import { type Forms, titleOfForm } from './present-page.ts';
import type { ReadField } from './readings-of-fields.ts';

/** For whom fields are presented. */
export interface Audience {
  /** Names by account id. */
  readonly names: ReadonlyMap<string, string>;
  readonly viewer: Account;
  /** How fields were read, by pointer. */
  readonly read: ReadonlyMap<string, ReadField>;
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
export function presentFields(form: FormPackage | null, weighed: readonly AskedField[], audience: Audience): Field[] {
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
  asked: AskedField,
  { names, viewer, read }: Audience,
): Field {
  const { pointer } = asked;
  const hidden = asked.special && !viewer.seesSpecialCategories;
  const { field, word, reason } = hidden ? hideContent(asked) : showTo(viewer, asked);
  const { value, raw, confidence, status, candidates, page, boxPx } = field;
  const asRead = hidden || asked.blind ? undefined : read.get(pointer);
  return {
    ...{ pointer, value, raw, confidence, status, page, boxPx, hidden },
    kind: description?.kind ?? 'text',
    reading: asRead?.reading ?? null,
    candidates: [...(asRead?.candidates ?? candidates)],
    open: isOpenTo(asked, viewer.id),
    title: description?.title ?? { it: pointer, en: pointer },
    editor: editorOf(description),
    required: description?.required ?? false,
    reason,
    verification: word && { verdict: word.kind, by: names.get(word.accountId) ?? word.accountId, at: word.at },
  };
}

interface Shown {
  readonly field: ExtractedField;
  readonly word: Word | null;
  readonly reason: Field['reason'];
}

/** What is left of a field whose content the viewer must not see, not even where it stands. */
function hideContent({ field, word }: AskedField): Shown {
  return { field: { ...withoutContent(field), boxPx: null }, word, reason: null };
}

/** What the viewer sees: of a blind field neither the reading nor what others keyed, until two have and differ. */
function showTo(viewer: Account, { field, word, blind, keying, policy }: AskedField): Shown {
  if (!blind) return { field, word, reason: field.reason === null ? null : tellReason(field.reason) };
  const bare = withoutContent(field);
  const own = keying?.kind === 'keying' ? keying.by.find(({ accountId }) => accountId === viewer.id) : undefined;
  if (own) return { field: { ...bare, value: own.value }, word: own, reason: tellPolicy('waits-for-others') };
  if (keying?.kind !== 'differing') {
    return { field: bare, word, reason: tellPolicy(policy === 'key' ? 'key-from-image' : 'key-twice') };
  }
  const isDone = keying.by.some(({ accountId }) => accountId === viewer.id);
  if (isDone) return { field: bare, word, reason: tellPolicy('waits-for-others') };
  const candidates = keying.by.map(({ value }) => (value === null ? '' : String(value))).filter((text) => text !== '');
  return { field: { ...bare, candidates }, word, reason: tellPolicy('keyings-differ') };
}

function withoutContent({ confidence, status, reason, page, boxPx }: ExtractedField): ExtractedField {
  return { value: null, raw: '', confidence, status, reason, candidates: [], page, boxPx };
}

export function editorOf(description: FieldDescription | null): Editor {
  if (description === null) return { kind: 'text' };
  const options = description.options.map(({ value, title }) => ({ value, title }));
  if (description.type === 'boolean') return { kind: 'yes-no' };
  if (description.type === 'strings' && options.length > 0) return { kind: 'several', options };
  if (options.length > 0) return { kind: 'choice', options };
  return description.kind === 'date' ? { kind: 'date' } : { kind: 'text' };
}
