import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Delivery } from '../../../contract/delivery.ts';
import { createIntake, type IntakeOptions } from '../../../intake/server.ts';
import { type Client, type Desk, readBatch, startStaff } from '../rpc/desk.ts';
import type { ScriptedSource } from '../station/support/scripted-source.ts';
import { temporaryFolder } from '../station/support/test-station.ts';

export const token = 'gettone-inventato';
export const form = 'accesso-atti@1.0.0';

/** A form of one page in a file of about so many bytes. */
export const formOf = (bytes: number): ScriptedSource => ({
  pages: [{ form, page: 0 }],
  salt: randomBytes(bytes / 2).toString('hex'),
});

export interface TestIntake {
  readonly url: string;
  readonly folder: string;
  close(): Promise<void>;
}

/** The real intake on a free port, over the given folder or a fresh one; closed when the test ends. */
export async function startIntake(options: Partial<IntakeOptions> & { port?: number } = {}): Promise<TestIntake> {
  const folder = options.folder ?? (await temporaryFolder());
  const server = await createIntake({ token, ...options, folder });
  const url = await server.listen({ port: options.port ?? 0, host: '127.0.0.1' });
  const close = () => server.close().then(() => undefined);
  onTestFinished(close);
  return { url, folder, close };
}

/** What the intake holds on its disk. */
export async function submissionsOf({ folder }: Pick<TestIntake, 'folder'>) {
  const names = await readdir(join(folder, 'submissions'));
  return Promise.all(names.map(async (name) => JSON.parse(await readFile(join(folder, 'submissions', name), 'utf8'))));
}

/** Has a clerk verify and a supervisor approve every document of a batch; open fields are marked unreadable. */
export async function approveAll(clerk: Client, supervisor: Client, batchId: string): Promise<string[]> {
  const documents = await clerk.batches.documents({ batchId });
  for (const { id: documentId } of documents) {
    const { fields } = await clerk.verification.get({ documentId });
    for (const { pointer } of fields.filter(({ open }) => open)) {
      await clerk.verification.decide({ documentId, pointer, verdict: { kind: 'unreadable' } });
    }
    await clerk.verification.finish({ documentId });
    await supervisor.verification.approve({ documentId });
  }
  return documents.map(({ id }) => id);
}

/** A batch of approved documents and the office that made it, with a destination `comune` at the given address. */
export async function startApproved(desk: Desk, url: string, sources: Readonly<Record<string, ScriptedSource>>) {
  const staff = await startStaff(desk);
  const batchId = await readBatch(desk, staff.clerk.client, sources);
  const documentIds = await approveAll(staff.clerk.client, staff.supervisor.client, batchId);
  await staff.supervisor.client.deliveries.saveDestination({ id: 'comune', title: 'Protocollo', url, token });
  return { ...staff, batchId, documentIds };
}

/** Watches the deliveries of a batch until all of them are as wished; returns them. */
export async function deliveriesUntil(
  client: Client,
  batchId: string,
  isWished: (delivery: Delivery) => boolean,
): Promise<Delivery[]> {
  for await (const deliveries of await client.deliveries.watch({ batchId })) {
    if (deliveries.length > 0 && deliveries.every(isWished)) return deliveries;
  }
  throw new Error('the watch ended');
}

export const isDelivered = ({ state }: Delivery): boolean => state === 'delivered';
