import type { Selectable } from 'kysely';
import { z } from 'zod';
import { bilingualSchema } from '../../contract/common.ts';
import { deliverySchema } from '../../contract/delivery.ts';
import type { ReadableStore, Transaction } from './connection.ts';
import { enqueue } from './jobs.ts';
import type { DeliveryRow, DestinationRow, UploadRow } from './tables/delivery.ts';

export type Destination = DestinationRow;
export type StoredDelivery = Selectable<DeliveryRow>;
export type StoredUpload = Selectable<UploadRow>;

/** The kind of job that delivers one document. */
export const deliverKind = 'deliver';

const receiptSchema = deliverySchema.shape.receipt.unwrap();
export type Receipt = z.infer<typeof receiptSchema>;

const problemSchema = z.strictObject({ message: bilingualSchema, retryable: z.boolean(), detail: z.string() });
/** Why a delivery does not get on. `detail` is for whoever looks after the workstation. */
export type DeliveryProblem = z.infer<typeof problemSchema>;

export function listDestinations(store: ReadableStore): Destination[] {
  return store.all(store.query.selectFrom('destinations').selectAll().orderBy('title'));
}

export function findDestination(store: ReadableStore, id: string): Destination | undefined {
  return store.first(store.query.selectFrom('destinations').selectAll().where('id', '=', id));
}

export function saveDestination(transaction: Transaction, { id, ...rest }: Destination): void {
  transaction.run(
    transaction.query
      .insertInto('destinations')
      .values({ id, ...rest })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(rest)),
  );
}

export function findDelivery(store: ReadableStore, id: string): StoredDelivery | undefined {
  return store.first(store.query.selectFrom('deliveries').selectAll().where('id', '=', id));
}

/** The deliveries of one document, first made first. */
export function deliveriesOfDocument(store: ReadableStore, documentId: string): StoredDelivery[] {
  const own = store.query.selectFrom('deliveries').selectAll().where('documentId', '=', documentId);
  return store.all(own.orderBy('createdAt'));
}

/** Deliveries of a batch in the order of its documents. */
export function deliveriesOfBatch(store: ReadableStore, batchId: string): StoredDelivery[] {
  return store.all(
    store.query
      .selectFrom('deliveries')
      .innerJoin('documents', 'documents.id', 'deliveries.documentId')
      .selectAll('deliveries')
      .where('documents.batchId', '=', batchId)
      .orderBy('documents.ordinal'),
  );
}

export function insertDelivery(
  transaction: Transaction,
  delivery: Pick<DeliveryRow, 'id' | 'documentId' | 'destinationId' | 'idempotencyKey' | 'createdBy'>,
): void {
  const createdAt = transaction.now.toISOString();
  transaction.run(transaction.query.insertInto('deliveries').values({ ...delivery, state: 'queued', createdAt }));
}

/** Changes columns that are no state: states move through `changeDelivery` only. */
export function updateDelivery(
  transaction: Transaction,
  id: string,
  set: Partial<Pick<StoredDelivery, 'attempts' | 'submission' | 'submissionUrl' | 'problem'>>,
): void {
  transaction.run(transaction.query.updateTable('deliveries').set(set).where('id', '=', id));
}

/** Queues the work on a delivery, at the earliest in `delayMs`. To be called when no such job waits or runs. */
export function enqueueDelivery(transaction: Transaction, id: string, batchId: string, delayMs = 0): void {
  enqueue(transaction, { kind: deliverKind, subjectId: id, batchId, parameters: {} });
  transaction.run(
    transaction.query
      .updateTable('jobs')
      .set({ notBeforeMs: transaction.now.getTime() + delayMs })
      .where('kind', '=', deliverKind)
      .where('subjectId', '=', id)
      .where('state', '=', 'waiting'),
  );
}

export function uploadsOf(store: ReadableStore, deliveryId: string): StoredUpload[] {
  const own = store.query.selectFrom('uploads').selectAll().where('deliveryId', '=', deliveryId);
  return store.all(own.orderBy('position'));
}

export function replaceUploads(
  transaction: Transaction,
  deliveryId: string,
  pages: readonly Pick<UploadRow, 'sha256' | 'bytes'>[],
): void {
  const { query } = transaction;
  transaction.run(query.deleteFrom('uploads').where('deliveryId', '=', deliveryId));
  for (const [position, { sha256, bytes }] of pages.entries()) {
    transaction.run(query.insertInto('uploads').values({ deliveryId, position, sha256, bytes, uploadUrl: null }));
  }
}

export function updateUpload(
  transaction: Transaction,
  { deliveryId, position }: Pick<UploadRow, 'deliveryId' | 'position'>,
  set: Partial<Pick<StoredUpload, 'uploadUrl' | 'offsetBytes' | 'done'>>,
): void {
  transaction.run(
    transaction.query
      .updateTable('uploads')
      .set(set)
      .where('deliveryId', '=', deliveryId)
      .where('position', '=', position),
  );
}

export function receiptOf({ receipt }: Pick<DeliveryRow, 'receipt'>): Receipt | null {
  return receipt === null ? null : receiptSchema.parse(JSON.parse(receipt));
}

export function problemOf({ problem }: Pick<DeliveryRow, 'problem'>): DeliveryProblem | null {
  return problem === null ? null : problemSchema.parse(JSON.parse(problem));
}
