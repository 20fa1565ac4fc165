import type { StationCore } from '../core.ts';
import { replaceUploads, type StoredDelivery, updateDelivery } from '../store/deliveries.ts';
import { approvedAt, pagesOfDocument, type StoredDocument } from '../store/documents.ts';
import { loadKnowledge, requireDocument, weighDocument } from '../verify/document-detail.ts';
import { type PageFileCore, readPageFile } from './page-files.ts';
import { recordOf, type SentPage, type Submission, submissionSchema } from './submission.ts';

export type PrepareCore = PageFileCore & Pick<StationCore, 'forms' | 'loadTables'>;

/**
 * What a delivery sends. Made at the first attempt and stored before the first request; every later attempt sends the
 * same, whatever changes here meanwhile.
 */
export async function preparedSubmission(station: PrepareCore, delivery: StoredDelivery): Promise<Submission> {
  if (delivery.submission !== null) return submissionSchema.parse(JSON.parse(delivery.submission));
  const document = requireDocument(station.store, delivery.documentId);
  const submission = await buildSubmission(station, document);
  station.store.transact((transaction) => {
    updateDelivery(transaction, delivery.id, { submission: JSON.stringify(submission) });
    replaceUploads(transaction, delivery.id, submission.pages);
  });
  return submission;
}

async function buildSubmission(station: PrepareCore, document: StoredDocument): Promise<Submission> {
  const { id, batchId, formKey, verifiedBy, approvedBy } = document;
  const at = approvedAt(station.store, id);
  if (approvedBy === null || at === null) throw new Error(`document ${id} is delivered without an approval`);
  const weighed = weighDocument(station.store, document, await loadKnowledge(station));
  const pages: SentPage[] = [];
  for (const page of pagesOfDocument(station.store, document)) {
    const { content: _, ...sent } = await readPageFile(station, page);
    pages.push(sent);
  }
  const source = { system: 'Tabularium', documentId: id, batchId, verifiedBy, approvedBy, approvedAt: at };
  return { source, form: formKey, ...recordOf(weighed), pages };
}
