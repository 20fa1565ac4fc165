import type { Bilingual } from '../../contract/common.ts';
import type { Delivery } from '../../contract/delivery.ts';
import { AppError } from '../app-error.ts';
import { machine } from '../audit/chain.ts';
import { deliverBatch } from '../deliver/deliver-batch.ts';
import { createDeliveryLane } from '../deliver/deliver-job.ts';
import { createDeliveries } from '../deliver/deliveries.ts';
import type { Station } from '../station.ts';
import type { FolderOptions } from './audit.ts';
import { existingDataFolder } from './data-folder.ts';
import { type ExitCode, exitCodes, inLanguage, type Output } from './output.ts';
import { withStation } from './with-station.ts';

export interface DeliverOptions extends FolderOptions {
  readonly batch: string;
  readonly to: string;
}

/** `tabularium deliver`: sends the approved documents of a batch and waits for their receipts; 2 when one has none. */
export async function deliverCommand(options: DeliverOptions, output: Output): Promise<ExitCode> {
  const folder = existingDataFolder(options.data, process.env);
  const lanes = { lanes: createDeliveryLanes };
  const deliveries = await withStation(folder, (station) => deliverAll(station, options), lanes);
  if (options.json) output.result(JSON.stringify(deliveries, null, 1));
  else {
    const count = { it: `documenti: ${deliveries.length}`, en: `documents: ${deliveries.length}` };
    const lines = deliveries.map((delivery) => describe(delivery, output));
    output.result([...lines, inLanguage(output, count)].join('\n'));
  }
  return deliveries.every(({ state }) => state === 'delivered') ? exitCodes.allWell : exitCodes.withFailures;
}

function createDeliveryLanes(core: Parameters<typeof createDeliveryLane>[0]) {
  return [createDeliveryLane(core)];
}

async function deliverAll(station: Station, { batch, to }: DeliverOptions): Promise<Delivery[]> {
  const { store } = station;
  if (store.first(store.query.selectFrom('batches').select('id').where('id', '=', batch)) === undefined) {
    throw new AppError('NOT_FOUND', { it: `Il lotto ${batch} non esiste.`, en: `There is no batch ${batch}.` });
  }
  return await deliverBatch(station, createDeliveries(station), { batchId: batch, destinationId: to, actor: machine });
}

function describe({ documentId, state, receipt, problem }: Delivery, output: Output): string {
  const stands = inLanguage(output, states[state]);
  if (receipt !== null) return `${stands}  ${documentId}  ${receipt.protocolNumber}  ${receipt.registeredAt}`;
  return `${stands}  ${documentId}  ${problem === null ? '' : inLanguage(output, problem.message)}`.trimEnd();
}

const states: Readonly<Record<Delivery['state'], Bilingual>> = {
  queued: { it: 'in coda', en: 'queued' },
  sending: { it: 'in invio', en: 'sending' },
  delivered: { it: 'consegnato', en: 'delivered' },
  failed: { it: 'non consegnato', en: 'failed' },
};
