import type { Generated } from 'kysely';
import type { Delivery } from '../../../contract/delivery.ts';
import type { Flag, JsonText } from './column-types.ts';

export type DeliveryState = Delivery['state'];

export interface DestinationRow {
  id: string;
  title: string;
  url: string;
  token: string;
}

export interface DeliveryRow {
  id: string;
  documentId: string;
  destinationId: string;
  idempotencyKey: string;
  state: DeliveryState;
  attempts: Generated<number>;
  submission: JsonText | null;
  submissionUrl: string | null;
  problem: JsonText | null;
  receipt: JsonText | null;
  createdAt: string;
  createdBy: string;
}

export interface UploadRow {
  deliveryId: string;
  position: number;
  sha256: string;
  bytes: number;
  uploadUrl: string | null;
  offsetBytes: Generated<number>;
  done: Generated<Flag>;
}
