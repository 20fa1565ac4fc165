import type { DocumentDetail } from '../../../contract/document.ts';

/** What was last accepted in each field of each form, for the key that repeats it. Gone with the screen. */
export interface LastValues {
  /** Null where nothing was accepted there, or on this very document only. */
  of(document: DocumentDetail, pointer: string): string | null;
  remember(document: DocumentDetail, pointer: string, text: string | null): void;
}

export function createLastValues(): LastValues {
  const held = new Map<string, { readonly documentId: string; readonly text: string }>();
  return {
    of({ id, form }, pointer) {
      const last = held.get(keyOf(form, pointer));
      return last === undefined || last.documentId === id ? null : last.text;
    },
    remember({ id, form }, pointer, text) {
      if (text !== null && text !== '') held.set(keyOf(form, pointer), { documentId: id, text });
    },
  };
}

function keyOf(form: DocumentDetail['form'], pointer: string): string {
  return `${form?.key ?? ''} ${pointer}`;
}
