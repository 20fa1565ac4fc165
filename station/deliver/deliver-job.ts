import { machine } from '../audit/chain.ts';
import type { StationCore } from '../core.ts';
import { type JobHandler, type Lane, nothingToDo } from '../pipeline/job-runner.ts';
import { changeDelivery, changeDocument } from '../store/change-state.ts';
import type { Transaction } from '../store/connection.ts';
import {
  type DeliveryProblem,
  deliverKind,
  enqueueDelivery,
  findDelivery,
  type Receipt,
  type StoredDelivery,
  updateDelivery,
  uploadsOf,
} from '../store/deliveries.ts';
import type { Store } from '../store/store.ts';
import { attemptDelivery, type Connect } from './attempt.ts';
import { DeliveryFailure } from './delivery-failure.ts';
import { createIntakeSender } from './intake.ts';

export interface DeliverOptions {
  readonly connect?: Connect;
  /** Wait before the second attempt; each further one waits twice as long, up to half an hour. */
  readonly retryDelayMs?: number;
}

const defaultRetryDelayMs = 5000;
const longestRetryDelayMs = 30 * 60_000;

/** The lane of a station that does its deliveries, two at a time. */
export function createDeliveryLane(station: StationCore, options: DeliverOptions = {}): Lane {
  return { places: 2, handlers: { [deliverKind]: createDeliverHandler(station, options) } };
}

/**
 * `deliver` jobs: send one document and keep its receipt. What passes by itself is tried again, with growing waits, for
 * as long as it takes; what does not ends the delivery with its problem shown.
 */
function createDeliverHandler(station: StationCore, options: DeliverOptions): JobHandler {
  const { store, logger } = station;
  const connect = options.connect ?? createIntakeSender;
  return {
    async work({ subjectId, batchId }, signal) {
      const delivery = beginAttempt(store, subjectId);
      if (delivery === null) return nothingToDo;
      station.announce(batchId);
      const heldBefore = heldBytes(store, subjectId);
      try {
        const receipt = await attemptDelivery(station, connect, delivery, signal);
        return { kind: 'done', commit: (transaction) => settleDelivered(transaction, delivery, receipt) };
      } catch (error) {
        if (signal.aborted) return { kind: 'interrupted' };
        if (!(error instanceof DeliveryFailure)) throw error;
        const { code, problem } = error;
        logger.warn({ delivery: subjectId, code, detail: problem.detail }, 'a delivery did not get through');
        const madeProgress = heldBytes(store, subjectId) > heldBefore;
        const attempts = madeProgress ? 1 : delivery.attempts;
        const delayMs = retryDelayMs(options, attempts);
        return {
          kind: 'done',
          commit(transaction) {
            if (!problem.retryable) return settleFailed(transaction, subjectId, problem);
            changeDelivery(transaction, { id: subjectId, to: 'queued', actor: machine, detail: { code } });
            updateDelivery(transaction, subjectId, { attempts, problem: JSON.stringify(problem) });
            enqueueDelivery(transaction, subjectId, batchId, delayMs);
          },
        };
      }
    },
    giveUp(transaction, { subjectId }, { code, detail }) {
      const state = findDelivery(transaction, subjectId)?.state;
      if (state !== 'queued' && state !== 'sending') return;
      settleFailed(transaction, subjectId, new DeliveryFailure('internal', `${code} ${detail}`).problem);
    },
  };
}

function retryDelayMs(options: DeliverOptions, attempts: number): number {
  return Math.min(longestRetryDelayMs, (options.retryDelayMs ?? defaultRetryDelayMs) * 2 ** (attempts - 1));
}

function heldBytes(store: Store, deliveryId: string): number {
  return uploadsOf(store, deliveryId).reduce((sum, { offsetBytes }) => sum + offsetBytes, 0);
}

/** Null where there is nothing to do any more. A delivery that a killed station left `sending` goes on. */
function beginAttempt(store: Store, id: string): StoredDelivery | null {
  return store.transact((transaction) => {
    const delivery = findDelivery(transaction, id);
    if (delivery?.state !== 'queued' && delivery?.state !== 'sending') return null;
    if (delivery.state === 'queued') changeDelivery(transaction, { id, to: 'sending', actor: machine });
    const attempts = delivery.attempts + 1;
    updateDelivery(transaction, id, { attempts });
    return { ...delivery, attempts };
  });
}

function settleDelivered(transaction: Transaction, { id, documentId }: StoredDelivery, receipt: Receipt): void {
  const detail = { protocolNumber: receipt.protocolNumber };
  const set = { receipt: JSON.stringify(receipt), problem: null };
  changeDelivery(transaction, { id, to: 'delivered', actor: machine, detail, set });
  changeDocument(transaction, { id: documentId, to: 'delivered', actor: machine, detail });
}

function settleFailed(transaction: Transaction, id: string, problem: DeliveryProblem): void {
  changeDelivery(transaction, { id, to: 'failed', actor: machine, set: { problem: JSON.stringify(problem) } });
}
