import type { Delivery } from '../../contract/delivery.ts';
import type { StationCore } from '../core.ts';
import { findDelivery } from '../store/deliveries.ts';
import type { Deliveries } from './deliveries.ts';

export interface DeliverBatchOptions {
  readonly batchId: string;
  readonly destinationId: string;
  /** Account id, or the machine's name for the command line. */
  readonly actor: string;
  /** Called at each change. */
  readonly onChange?: (deliveries: readonly Delivery[]) => void;
  /** Attempts after which a delivery that does not get through is left to a later run; 3 by default. */
  readonly patience?: number;
}

/**
 * Queues the approved documents of a batch and waits until each is delivered, has failed for good, or was tried in vain as
 * often as patience lasts. Returns all deliveries of the batch. The station must have been started with the lane of
 * deliveries. Throws an AppError `NOT_FOUND` for an unknown destination.
 */
export async function deliverBatch(
  station: Pick<StationCore, 'store' | 'changes'>,
  deliveries: Deliveries,
  options: DeliverBatchOptions,
): Promise<Delivery[]> {
  const { batchId, destinationId, actor, onChange, patience = 3 } = options;
  deliveries.start({ id: actor }, batchId, destinationId);
  const isOver = ({ id, state, problem }: Delivery) =>
    state === 'delivered' ||
    state === 'failed' ||
    (state === 'queued' && problem !== null && (findDelivery(station.store, id)?.attempts ?? 0) >= patience);
  return await new Promise((resolve) => {
    const look = () => {
      const present = deliveries.list(batchId);
      onChange?.(present);
      if (!present.every(isOver)) return;
      unsubscribe();
      resolve(present);
    };
    const unsubscribe = station.changes.subscribe(batchId, look);
    look();
  });
}
