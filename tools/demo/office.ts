import { join } from 'node:path';
import type { Account } from '../../contract/account.ts';
import type { Delivery } from '../../contract/delivery.ts';
import { createIntake } from '../../intake/server.ts';
import { deliverBatch } from '../../station/deliver/deliver-batch.ts';
import { createDeliveryLane } from '../../station/deliver/deliver-job.ts';
import { createDeliveries, type Deliveries } from '../../station/deliver/deliveries.ts';
import { createLogger } from '../../station/logger.ts';
import { createAccount } from '../../station/people/people.ts';
import { createSecrets } from '../../station/people/secrets.ts';
import { findResources } from '../../station/resources.ts';
import { openStation, type Station } from '../../station/station.ts';
import { createVerification, type Verification } from '../../station/verify/verification.ts';
import type { Truth } from '../samples/truth.ts';
import { type ClerkWork, verifyDocument } from './people.ts';
import { truthOfDocument } from './truth-by-document.ts';

/** A workstation with two invented people, and a municipal intake on this machine that it delivers to. */
export interface Office {
  readonly station: Station;
  readonly verification: Verification;
  readonly deliveries: Deliveries;
  readonly clerk: Account;
  readonly supervisor: Account;
  /** Ends the workstation, then the intake. */
  close(): Promise<void>;
}

const token = 'invented-token';
const secret = 'invented-secret';
const destinationId = 'intake';

/** Opens an office in a folder: `station` and `intake` under it. `resources` is the product's folder of that name. */
export async function openOffice(folder: string, resources: string): Promise<Office> {
  const intake = await createIntake({ folder: join(folder, 'intake'), token });
  const url = await intake.listen({ host: '127.0.0.1', port: 0 });
  let station: Station | null = null;
  const close = async () => {
    await station?.close();
    await intake.close();
  };
  try {
    station = await openStation({
      folder: join(folder, 'station'),
      resources: findResources(resources),
      clock: () => new Date(),
      logger: createLogger('warn'),
      lanes: (core) => [createDeliveryLane(core)],
    });
    station.start();
    const secrets = createSecrets();
    const clerk = await createAccount(station.store, secrets, null, {
      ...{ name: 'Clerk', role: 'administrator', seesSpecialCategories: true, secret },
    });
    const supervisor = await createAccount(station.store, secrets, clerk, {
      ...{ name: 'Supervisor', role: 'supervisor', seesSpecialCategories: true, secret },
    });
    const deliveries = createDeliveries(station);
    deliveries.saveDestination(supervisor, { id: destinationId, title: 'Municipal intake', url, token });
    return { station, verification: createVerification(station), deliveries, clerk, supervisor, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Takes files in as one batch and waits until they are read. Returns the batch's id. */
export async function readPile({ station, clerk }: Office, name: string, paths: readonly string[]): Promise<string> {
  const batchId = station.createBatch({ name, profileId: 'general', paths: [...paths], actor: clerk.id });
  await station.idle(batchId);
  return batchId;
}

/** The clerk answers every doubt of a batch from the truth. */
export async function verifyBatch(office: Office, batchId: string, truth: Truth): Promise<ClerkWork> {
  const { verification, clerk } = office;
  const total = { confirmed: 0, keyed: 0 };
  for (const { id } of await verification.queue(clerk, batchId, 'verify')) {
    const sample = truthOfDocument(truth, await verification.get(clerk, id));
    const work = await verifyDocument(verification, clerk, id, (pointer) => sample?.fields[pointer]?.value ?? null);
    total.confirmed += work.confirmed;
    total.keyed += work.keyed;
  }
  return total;
}

/** The supervisor approves what is verified, and it is delivered. Returns each document's delivery. */
export async function sendBatch(office: Office, batchId: string): Promise<Delivery[]> {
  const { station, verification, deliveries, supervisor } = office;
  for (const { id } of await verification.queue(supervisor, batchId, 'approve')) {
    await verification.approve(supervisor, id);
  }
  return await deliverBatch(station, deliveries, { batchId, destinationId, actor: supervisor.id });
}
