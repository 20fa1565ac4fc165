import { MessageChannel } from 'node:worker_threads';
import { createORPCClient, ORPCError } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { onTestFinished } from 'vitest';
import type { Account, Role } from '../../../contract/account.ts';
import type { Contract } from '../../../contract/contract.ts';
import { createLooks } from '../../../station/audit/looks.ts';
import type { ScanDrivers } from '../../../station/capture/scanners/drivers.ts';
import { createScans, type Scans } from '../../../station/capture/scans.ts';
import { createWatchedFolders, type WatchedFolders } from '../../../station/capture/watched-folders/watched-folders.ts';
import { createDeliveryLane } from '../../../station/deliver/deliver-job.ts';
import { createDeliveries } from '../../../station/deliver/deliveries.ts';
import { createSecrets } from '../../../station/people/secrets.ts';
import { createSignInGate } from '../../../station/people/sign-in-gate.ts';
import { defaultIdleLockMs } from '../../../station/people/window-session.ts';
import { createPiles } from '../../../station/pile/piles.ts';
import { createPractice } from '../../../station/practice/practice.ts';
import { findResources } from '../../../station/resources.ts';
import { createWindowOpener, type OpenWindow, type StationWindow } from '../../../station/rpc/window.ts';
import type { Station, StationOptions } from '../../../station/station.ts';
import { createCertificatePins } from '../../../station/store/scanner-certificates.ts';
import { createArrangements } from '../../../station/verify/arrangements.ts';
import { createLeases } from '../../../station/verify/leases.ts';
import { createVerification } from '../../../station/verify/verification.ts';
import { writeSources } from '../station/support/scripted-source.ts';
import { startStation, temporaryFolder } from '../station/support/test-station.ts';

export type Client = ContractRouterClient<Contract>;

/** A window as a screen has it: the real RPC client over a real message channel. */
export interface TestWindow {
  readonly client: Client;
  readonly station: StationWindow;
  close(): void;
}

export interface Desk {
  readonly station: Station;
  readonly folder: string;
  readonly scans: Scans;
  readonly watchedFolders: WatchedFolders;
  openWindow(): TestWindow;
}

export const secret = 'segreto-inventato';

export interface DeskOptions extends Partial<StationOptions> {
  readonly drivers?: ScanDrivers;
  readonly freeBytes?: () => Promise<number>;
  /** Folder of the pile to practise on, instead of the one that is shipped. */
  readonly practice?: string;
  readonly idleLockMs?: number;
}

/** A running workstation of its own for the test, over the scripted page worker. */
export async function startDesk(options: DeskOptions = {}): Promise<Desk> {
  const folder = options.folder ?? (await temporaryFolder());
  const lanes: StationOptions['lanes'] = (core) => [createDeliveryLane(core, { retryDelayMs: 50 })];
  const station = await startStation(folder, { lanes, ...options });
  const { drivers = {}, freeBytes, practice = findResources().practice } = options;
  const pins = createCertificatePins(station.store);
  const scans = createScans(station, { drivers, pins, ...(freeBytes && { freeBytes }) });
  onTestFinished(() => scans.close());
  const watchedFolders = createWatchedFolders(station, { lookEveryMs: 20, settleMs: 60, retryMs: 50 });
  onTestFinished(() => watchedFolders.close());
  const leases = createLeases(station.clock);
  const open = createWindowOpener({
    piles: createPiles(station),
    ...{ station, scans, watchedFolders, leases },
    looks: createLooks(station.store, station.clock),
    arrangements: createArrangements(station, leases),
    idleLockMs: options.idleLockMs ?? defaultIdleLockMs,
    verification: createVerification(station),
    deliveries: createDeliveries(station),
    practice: createPractice(station, practice),
    // Everybody signs in in nearly every test: at a fraction of the product's cost, which the tests of accounts pay.
    secrets: createSecrets({ memoryKib: 8, passes: 1 }),
    gate: createSignInGate(station.clock),
  });
  return { station, folder, scans, watchedFolders, openWindow: () => connect(open) };
}

function connect(open: OpenWindow): TestWindow {
  const { port1, port2 } = new MessageChannel();
  const window = open((message) => port1.postMessage(message));
  port1.on('message', (message: string) => window.receive(message));
  const client: Client = createORPCClient(new RPCLink({ port: port2 }));
  port2.start();
  const close = () => {
    window.close();
    port1.close();
  };
  onTestFinished(close);
  return { client, station: window, close };
}

/** Opens a window for somebody who signs in there; the first one is made administrator. */
export async function windowOf(desk: Desk, administrator: Client | null, name: string, role: Role): Promise<Person> {
  const { client } = desk.openWindow();
  const account = await (administrator ?? client).session.createAccount({
    ...{ name, role, secret },
    seesSpecialCategories: role === 'administrator',
  });
  await client.session.signIn({ accountId: account.id, secret });
  return { client, account };
}

export interface Person {
  readonly client: Client;
  readonly account: Account;
}

/** An administrator, a clerk, a supervisor and an auditor, each signed in in a window. */
export async function startStaff(desk: Desk) {
  const administrator = await windowOf(desk, null, 'Ada Amministratrice', 'administrator');
  const clerk = await windowOf(desk, administrator.client, 'Carla Impiegata', 'clerk');
  const supervisor = await windowOf(desk, administrator.client, 'Sergio Supervisore', 'supervisor');
  const auditor = await windowOf(desk, administrator.client, 'Rita Revisora', 'auditor');
  return { administrator, clerk, supervisor, auditor };
}

/** The code of the contract's error that a call ends with; null when it succeeds. */
export async function refusalOf(call: Promise<unknown>): Promise<string | null> {
  try {
    await call;
    return null;
  } catch (error) {
    if (error instanceof ORPCError && error.defined) return error.code;
    throw error;
  }
}

/** A batch of scripted pages that has been read. */
export async function readBatch(
  desk: Desk,
  client: Client,
  sources: Parameters<typeof writeSources>[1],
): Promise<string> {
  const input = await temporaryFolder();
  await writeSources(input, sources);
  const { id } = await client.batches.create({ name: 'Lotto di prova', profileId: 'general', paths: [input] });
  await desk.station.idle(id);
  return id;
}
