import type { FormPackage } from '../../ocr/model/form.ts';
import { appendEvent, machine } from '../audit/chain.ts';
import { changeDocument } from '../store/change-state.ts';
import type { Transaction } from '../store/connection.ts';
import { deliveriesOfDocument } from '../store/deliveries.ts';
import { findDocument, setOpenFields } from '../store/documents.ts';
import { deleteRescan, keepRescan, pagesToRescan } from '../store/rescans.ts';
import { deleteWordsExcept, latestWords } from '../store/verdicts.ts';
import { weighDocument } from '../verify/document-detail.ts';
import type { Renewal } from './document-upkeep.ts';
import type { PageGroup } from './group-pages.ts';
import { keptPointers } from './kept-words.ts';
import { enterContents, extractOf, isWhole, type NewDocument } from './make-document.ts';

/**
 * Makes a document that waited for its paper to be scanned again out of the pages that are there now. Words of people are
 * kept on the fields that still stand on the same page; the others are asked again. When no page is left to scan again it
 * comes back to be verified.
 */
export function renewDocument(
  transaction: Transaction,
  { documentId, formKey: formBefore, pageIds: pagesBefore, fields: fieldsBefore }: Renewal,
  made: NewDocument,
): void {
  const { group, forms, tables } = made;
  const formKey = group.kind === 'form' ? group.formKey : null;
  const form = forms.get(formKey ?? '');
  const fields = form === undefined ? {} : extractOf(transaction, form, made);
  const kept =
    form === undefined || formKey !== formBefore
      ? []
      : keptPointers(transaction, form, latestWords(transaction, documentId).keys(), {
          before: { pageIds: pagesBefore, fields: fieldsBefore },
          now: { pageIds: group.pageIds, fields: new Map(Object.entries(fields)) },
        });
  deleteWordsExcept(transaction, documentId, kept);
  transaction.run(transaction.query.updateTable('documents').set({ formKey }).where('id', '=', documentId));
  enterContents(transaction, documentId, made, { form, fields });
  const document = findDocument(transaction, documentId);
  if (document === undefined) throw new Error(`document ${documentId} is gone`);
  const open = weighDocument(transaction, document, { forms, tables }).filter((field) => field.open).length;
  setOpenFields(transaction, documentId, open);
  const detail = { pages: group.pageIds.length, verdicts: kept.length, open };
  const wanted = pagesToRescan(transaction, documentId);
  if (group.pageIds.some((pageId) => wanted.has(pageId))) {
    keepRescan(transaction, documentId, group.pageIds);
    const subject = { subjectKind: 'document', subjectId: documentId } as const;
    appendEvent(transaction, { actor: machine, action: 'document.renewed', ...subject, detail });
    return;
  }
  deleteRescan(transaction, documentId);
  // What people have a stake in is not the machine's to take apart again.
  const isPeoples = kept.length > 0 || deliveriesOfDocument(transaction, documentId).length > 0;
  changeDocument(transaction, {
    ...{ id: documentId, to: isPeoples ? 'verifying' : 'read', actor: machine, action: 'document.renewed', detail },
    set: { note: noteNow(document.note, group, form) },
  });
  if (!isPeoples && form !== undefined && open === 0 && isWhole(transaction, group)) {
    const policy = { policy: 'no-doubtful-field' };
    changeDocument(transaction, { id: documentId, to: 'verified', actor: machine, detail: policy });
  }
}

/** What people wrote stays; what the machine noted of the pages before does not. */
function noteNow(note: string | null, { kind }: PageGroup, form: FormPackage | undefined): string | null {
  if (kind === 'not-aligned') return 'not-aligned';
  if (kind === 'form' && form === undefined) return 'form-not-installed';
  return note === 'not-aligned' || note === 'form-not-installed' ? null : note;
}
