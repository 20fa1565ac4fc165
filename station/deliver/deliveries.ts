import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Account } from '../../contract/account.ts';
import type { Delivery, Destination, newDestinationSchema } from '../../contract/delivery.ts';
import { appendEvent } from '../audit/chain.ts';
import type { StationCore } from '../core.ts';
import { requireRight } from '../people/rights.ts';
import { changeDelivery } from '../store/change-state.ts';
import type { Transaction } from '../store/connection.ts';
import {
  deliveriesOfBatch,
  deliveriesOfDocument,
  enqueueDelivery,
  findDestination,
  insertDelivery,
  listDestinations,
  problemOf,
  receiptOf,
  type StoredDelivery,
  saveDestination,
  updateDelivery,
  uploadsOf,
} from '../store/deliveries.ts';
import { listDocuments } from '../store/documents.ts';
import { isPractice } from '../store/practice.ts';
import type { Store } from '../store/store.ts';
import { refuse } from '../texts/refusals/refusals.ts';

type NewDestination = z.infer<typeof newDestinationSchema>;

/** People's side of deliveries; the sending itself is a durable job. Functions throw an AppError. */
export interface Deliveries {
  destinations(): Destination[];
  saveDestination(actor: Account, destination: NewDestination): Destination;
  /** Queues the approved documents of a batch, those that failed before included, and returns all its deliveries. */
  start(actor: Pick<Account, 'id'>, batchId: string, destinationId: string): Delivery[];
  list(batchId: string): Delivery[];
}

export function createDeliveries({ store, announce }: Pick<StationCore, 'store' | 'announce'>): Deliveries {
  const list = (batchId: string) => deliveriesOfBatch(store, batchId).map((delivery) => present(store, delivery));
  return {
    list,
    destinations: () => listDestinations(store).map(presentDestination),
    saveDestination(actor, destination) {
      requireRight(actor, 'supervise');
      if (!isSafeAddress(destination.url)) throw refuse('destination-url');
      store.transact((transaction) => {
        saveDestination(transaction, destination);
        const { id } = destination;
        const subject = { subjectKind: 'destination', subjectId: id } as const;
        appendEvent(transaction, { actor: actor.id, action: 'destination.saved', ...subject });
      });
      return presentDestination(destination);
    },
    start(actor, batchId, destinationId) {
      if (isPractice(store, batchId)) throw refuse('practice-not-delivered');
      if (findDestination(store, destinationId) === undefined) throw refuse('no-such-destination');
      store.transact((transaction) => {
        for (const { id } of listDocuments(transaction, batchId, ['approved'])) {
          queueDelivery(transaction, { documentId: id, batchId, destinationId, actor: actor.id });
        }
      });
      announce(batchId);
      return list(batchId);
    },
  };
}

interface Wanted {
  readonly documentId: string;
  readonly batchId: string;
  readonly destinationId: string;
  readonly actor: string;
}

/** Queues one document unless it is on its way already, here or to another destination. */
function queueDelivery(transaction: Transaction, { documentId, batchId, destinationId, actor }: Wanted): void {
  const present = deliveriesOfDocument(transaction, documentId);
  if (present.some(({ state }) => state !== 'failed')) return;
  const earlier = present.find((delivery) => delivery.destinationId === destinationId);
  const id = earlier?.id ?? randomUUID();
  if (earlier) {
    changeDelivery(transaction, { id, to: 'queued', actor });
    updateDelivery(transaction, id, { problem: null, attempts: 0 });
  } else {
    // The document's own id is the key: however often it is sent to a destination, it is one submission there.
    insertDelivery(transaction, { id, documentId, destinationId, idempotencyKey: documentId, createdBy: actor });
    const subject = { subjectKind: 'delivery', subjectId: id } as const;
    const detail = { document: documentId, destination: destinationId };
    appendEvent(transaction, { actor, action: 'delivery.queued', ...subject, detail });
  }
  enqueueDelivery(transaction, id, batchId);
}

function present(store: Store, delivery: StoredDelivery): Delivery {
  const { id, documentId, destinationId, state } = delivery;
  const problem = problemOf(delivery);
  return {
    ...{ id, documentId, destinationId, state },
    progress: state === 'delivered' ? 1 : progressOf(store, id),
    problem: problem && { message: problem.message, retryable: problem.retryable },
    receipt: receiptOf(delivery),
  };
}

function progressOf(store: Store, deliveryId: string): number {
  const uploads = uploadsOf(store, deliveryId);
  const total = uploads.reduce((sum, { bytes }) => sum + bytes, 0);
  const held = uploads.reduce((sum, { offsetBytes, bytes }) => sum + Math.min(offsetBytes, bytes), 0);
  return total === 0 ? 0 : held / total;
}

function presentDestination({ id, title, url, token }: NewDestination): Destination {
  return { id, title, url, hasToken: token !== '' };
}

/** Records and the token travel encrypted; plain HTTP is for a destination on this computer. */
function isSafeAddress(text: string): boolean {
  const { protocol, hostname, username } = new URL(text);
  const isLocal = hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
  return username === '' && (protocol === 'https:' || (protocol === 'http:' && isLocal));
}
