import type { Receipt } from '../store/deliveries.ts';
import type { Submission } from './submission.ts';

/** What a destination is given of one delivery, and how it tells what it has got. */
export interface Shipment {
  readonly idempotencyKey: string;
  readonly submission: Submission;
  /** The bytes of one page, as declared in the submission. */
  readPage(position: number): Promise<Buffer>;
  /** What is known of each page's upload from earlier attempts. */
  readonly uploads: readonly KnownUpload[];
  /** To be told before any byte follows, so that a later attempt goes on there. */
  onUpload(position: number, known: Partial<KnownUpload>): void;
  onSubmission(url: string): void;
  /** Fires when the station is ending: the work is then left where it is. */
  readonly signal: AbortSignal;
}

export interface KnownUpload {
  readonly uploadUrl: string | null;
  readonly offsetBytes: number;
  readonly done: boolean;
}

/**
 * Sends one shipment and returns the receipt. May be called again after any interruption. Throws a DeliveryFailure; after
 * the signal, anything.
 */
export type SendShipment = (shipment: Shipment) => Promise<Receipt>;
