import type { DocumentDetail, DocumentSummary, Field, Verdict } from '../../../contract/document.ts';
import { valueOfText } from '../../ui/value-text.ts';

/** The field that waits next after `pointer`, from the top again after the last; null when none waits. */
export function nextOpenField(fields: readonly Field[], pointer: string | null): Field | null {
  const start = fields.findIndex((field) => field.pointer === pointer) + 1;
  return [...fields.slice(start), ...fields.slice(0, start)].find((field) => field.open) ?? null;
}

/** The field `steps` further in the order of the form, stopping at both ends. */
export function neighbourField(fields: readonly Field[], pointer: string, steps: 1 | -1): Field | null {
  const index = fields.findIndex((field) => field.pointer === pointer);
  return fields[Math.min(fields.length - 1, Math.max(0, index + steps))] ?? null;
}

/** The field that was or is asked, `steps` further, from the other end again after the last; null when there is none. */
export function neighbourAsked(fields: readonly Field[], pointer: string, steps: 1 | -1): Field | null {
  const start = fields.findIndex((field) => field.pointer === pointer);
  const after = [...fields.slice(start + 1), ...fields.slice(0, start)];
  const ordered = steps === 1 ? after : after.toReversed();
  return ordered.find((field) => field.open || field.verification !== null) ?? null;
}

/** The document `steps` further in a queue, from a document that may have left it; null at the ends. */
export function neighbourDocument(
  queue: readonly DocumentSummary[],
  current: DocumentSummary,
  steps: 1 | -1,
): DocumentSummary | null {
  const others = queue.filter((document) => document.id !== current.id);
  if (steps === 1) return others.find((document) => document.ordinal > current.ordinal) ?? null;
  return others.findLast((document) => document.ordinal < current.ordinal) ?? null;
}

/** The document to open after `current` is done: the next in order, else the first that is left. */
export function documentAfter(queue: readonly DocumentSummary[], current: DocumentSummary): DocumentSummary | null {
  return neighbourDocument(queue, current, 1) ?? queue.find((document) => document.id !== current.id) ?? null;
}

export interface Word {
  readonly pointer: string;
  readonly verdict: Verdict;
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
}

/** The document as it will most likely be once the station has taken a person's word, shown without waiting. */
export function withWord(document: DocumentDetail, { pointer, verdict, by, at }: Word): DocumentDetail {
  const fields = document.fields.map((field) =>
    field.pointer === pointer
      ? { ...decided(field, verdict), verification: { verdict: verdict.kind, by, at }, open: false }
      : field,
  );
  return { ...document, fields, openFields: fields.filter((field) => field.open).length };
}

function decided(field: Field, verdict: Verdict): Field {
  switch (verdict.kind) {
    case 'confirm':
      return field;
    case 'key':
      return { ...field, value: valueOfText(field.editor, verdict.value) };
    case 'empty':
    case 'unreadable':
      return { ...field, value: null };
  }
}

/** True while a person may still change the document's values. */
export function isBeingVerified({ state }: DocumentSummary): boolean {
  return state === 'read' || state === 'verifying';
}
