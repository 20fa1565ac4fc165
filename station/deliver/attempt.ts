import type { StationCore } from '../core.ts';
import {
  findDestination,
  type Receipt,
  type StoredDelivery,
  updateDelivery,
  updateUpload,
  uploadsOf,
} from '../store/deliveries.ts';
import { pagesOfDocument } from '../store/documents.ts';
import { requireDocument } from '../verify/document-detail.ts';
import { DeliveryFailure } from './delivery-failure.ts';
import type { KnownUpload, SendShipment } from './destination.ts';
import { readPageFile } from './page-files.ts';
import { preparedSubmission } from './prepare.ts';
import type { Submission } from './submission.ts';

/** How to send to one destination. */
export type Connect = (destination: { readonly url: string; readonly token: string }) => SendShipment;

/**
 * Sends one delivery to its destination and returns the receipt, writing down on the way what a later attempt needs to go
 * on from there. Throws a DeliveryFailure; anything once the signal has fired.
 */
export async function attemptDelivery(
  station: StationCore,
  connect: Connect,
  delivery: StoredDelivery,
  signal: AbortSignal,
): Promise<Receipt> {
  const { store } = station;
  const { id, documentId, idempotencyKey } = delivery;
  const destination = findDestination(store, delivery.destinationId);
  if (destination === undefined) throw new DeliveryFailure('no-destination', delivery.destinationId);
  const { batchId } = requireDocument(store, documentId);
  const submission = await preparedSubmission(station, delivery);
  const uploads = uploadsOf(store, id).map((row) => ({ ...row, done: row.done === 1 }));
  return await connect(destination)({
    ...{ idempotencyKey, submission, uploads, signal },
    readPage: (position) => readSentPage(station, documentId, submission, position),
    onSubmission: (submissionUrl) =>
      store.transact((transaction) => updateDelivery(transaction, id, { submissionUrl })),
    onUpload(position, known) {
      store.transact((transaction) => updateUpload(transaction, { deliveryId: id, position }, storedUpload(known)));
      station.announce(batchId);
    },
  });
}

function storedUpload({ done, ...rest }: Partial<KnownUpload>) {
  return done === undefined ? rest : { ...rest, done: done ? (1 as const) : (0 as const) };
}

/** A picture that was drawn again must be the one that was declared. */
async function readSentPage(
  station: StationCore,
  documentId: string,
  submission: Submission,
  position: number,
): Promise<Buffer> {
  const page = pagesOfDocument(station.store, requireDocument(station.store, documentId))[position];
  if (page === undefined) throw new DeliveryFailure('page-not-usable', `page ${position} is no longer in the document`);
  const { content, sha256 } = await readPageFile(station, page);
  if (sha256 === submission.pages[position]?.sha256) return content;
  throw new DeliveryFailure('page-not-usable', `page ${position} is no longer the one that was declared`);
}
