import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Account } from '../../contract/account.ts';
import type {
  NewScan,
  RememberedScan,
  ScanDevice,
  ScanDevices,
  ScannerCapabilities,
  ScanStopCode,
  ScanView,
  TestScan,
} from '../../contract/capture.ts';
import { type AuditEvent, appendEvent, machine } from '../audit/chain.ts';
import type { StationCore } from '../core.ts';
import { requireRole } from '../people/people.ts';
import { enqueueAssemblyWhenSettled } from '../pipeline/settle-batch.ts';
import type { Transaction } from '../store/connection.ts';
import { countQuality } from '../store/page-quality.ts';
import {
  countPile,
  findRememberedScan,
  findScan,
  insertScan,
  listOpenScans,
  rememberScan,
  type StoredScan,
  updateScan,
} from '../store/scans.ts';
import { refuse } from '../texts/refusals.ts';
import { tellStop } from '../texts/scan-stops.ts';
import { asking, findDevices, openScanner, requireScanner, type TestOrder, testScan } from './ask-scanner.ts';
import { enterBatch, requireProfile } from './enter-batch.ts';
import { feedBatch, freeBytesOf } from './feed-batch.ts';
import { createScanControl, type RunningScan } from './scan-control.ts';
import type { ScanDrivers } from './scanners/drivers.ts';
import { certificateKey } from './scanners/escl/http.ts';
import { ScannerError } from './scanners/scanner.ts';

type Actor = { readonly id: string };

/** People's side of scanning. Functions throw an AppError. */
export interface Scans {
  /** Looks for scanners in every way there is; one that fails does not keep the others from answering. */
  devices(signal: AbortSignal): Promise<ScanDevices>;
  capabilities(device: ScanDevice, signal: AbortSignal): Promise<ScannerCapabilities>;
  remembered(profileId: string): RememberedScan | null;
  test(order: TestOrder, signal: AbortSignal): Promise<TestScan>;
  /** Needs a supervisor: it is the moment at which somebody else's machine could be taken for the scanner. */
  forgetCertificate(actor: Account, device: ScanDevice): void;
  start(actor: Actor, scan: NewScan): ScanView;
  pause(actor: Actor, batchId: string): ScanView;
  resume(actor: Actor, batchId: string): ScanView;
  /** Resolves when the scanner's job has ended and the page in hand is safe. */
  stop(actor: Actor, batchId: string): Promise<ScanView>;
  finish(actor: Actor, batchId: string, acceptDifference: boolean): ScanView;
  view(batchId: string): ScanView;
  /** Ends every job, safe pages first. */
  close(): Promise<void>;
}

export interface ScansOptions {
  readonly drivers: ScanDrivers;
  /** The certificates that scanners are held to. */
  readonly pins: { forget(host: string): void };
  readonly freeBytes?: () => Promise<number>;
}

/** Opens the scanning side of a station. Scans that a station which ended left open are stopped, and can be resumed. */
export function createScans(core: StationCore, options: ScansOptions): Scans {
  const { store, announce } = core;
  const running = new Map<string, RunningScan>();
  // What a station that was killed had in hand; none of it was counted.
  rmSync(join(store.folder.derived, 'scanning'), { recursive: true, force: true });
  const freeBytes = options.freeBytes ?? (() => freeBytesOf(store.folder.originals));
  store.transact((transaction) => {
    for (const batchId of listOpenScans(transaction)) markStopped(transaction, batchId, 'station-ended');
  });

  const view = (batchId: string) => presentScan(store, requireScan(store, batchId));

  function run(scan: Pick<StoredScan, 'batchId' | 'device' | 'settings'>): void {
    const { batchId } = scan;
    const control = createScanControl();
    const onPage = () => announce(batchId);
    const ended = feed()
      .then((stop) => {
        running.delete(batchId);
        const stopCode = control.isClosing() ? 'station-ended' : stop;
        store.transact((transaction) => markStopped(transaction, batchId, stopCode));
      })
      // Not even that can be written, for example on a full disk. Without a job the scan can be resumed all the same.
      .catch((error: unknown) => core.logger.error({ batch: batchId, err: error }, 'could not note the end of a scan'))
      .finally(() => announce(batchId));
    running.set(batchId, { ...control, ended });

    async function feed(): Promise<ScanStopCode> {
      const scanner = openScanner(options.drivers, scan.device);
      if (scanner instanceof ScannerError) return scanner.code;
      return await feedBatch({ store, logger: core.logger, scanner, scan, control, onPage, freeBytes });
    }
  }

  return {
    view,
    remembered: (profileId) => findRememberedScan(store, profileId),
    devices: (signal) => findDevices(options.drivers, signal),
    capabilities: (device, signal) => asking(() => requireScanner(options.drivers, device).capabilities(signal)),
    test: (order, signal) =>
      asking(() => testScan(core, { ...order, scanner: requireScanner(options.drivers, order.device), signal })),
    forgetCertificate(actor, { address }) {
      requireRole(actor, 'supervisor');
      const url = URL.parse(address);
      if (url === null) return;
      options.pins.forget(certificateKey(url));
      store.transact((transaction) => {
        const subject = { subjectKind: 'scanner', subjectId: certificateKey(url) };
        appendEvent(transaction, { actor: actor.id, action: 'scanner.certificate-forgotten', ...subject });
      });
    },
    start(actor, { name, profileId, device, settings, expectedSheets }) {
      requireProfile(profileId);
      const batchId = randomUUID();
      store.transact((transaction) => {
        enterBatch(transaction, { id: batchId, name, profileId, actor: actor.id, chosen: 0 });
        insertScan(transaction, { batchId, device, settings, expectedSheets });
        rememberScan(transaction, profileId, { device, settings });
        recordScan(transaction, batchId, actor, 'scan.started', { driver: device.driver, expectedSheets });
      });
      run({ batchId, device, settings });
      return view(batchId);
    },
    pause(actor, batchId) {
      const scan = requireScan(store, batchId);
      const job = running.get(batchId);
      if (scan.state !== 'scanning' || job === undefined) throw refuse('scan-not-running');
      job.hold();
      store.transact((transaction) => {
        updateScan(transaction, batchId, { state: 'held', stopCode: null });
        recordScan(transaction, batchId, actor, 'scan.held');
      });
      announce(batchId);
      return view(batchId);
    },
    resume(actor, batchId) {
      const scan = requireScan(store, batchId);
      if (scan.state === 'finished') throw refuse('scan-finished');
      const job = running.get(batchId);
      if (scan.state === 'scanning' && job !== undefined) throw refuse('scan-running');
      store.transact((transaction) => {
        updateScan(transaction, batchId, { state: 'scanning', stopCode: null });
        recordScan(transaction, batchId, actor, 'scan.resumed', { pages: countPile(transaction, batchId).pages });
      });
      if (job === undefined) run(scan);
      else job.release();
      announce(batchId);
      return view(batchId);
    },
    async stop(_actor, batchId) {
      requireScan(store, batchId);
      const job = running.get(batchId);
      if (job === undefined) throw refuse('scan-not-running');
      job.stop();
      await job.ended;
      return view(batchId);
    },
    finish(actor, batchId, acceptDifference) {
      const { state, pages, sheets, expectedSheets, sheetIncomplete } = view(batchId);
      if (state === 'finished') throw refuse('scan-finished');
      if (running.has(batchId)) throw refuse('scan-running');
      const differs = sheetIncomplete || (expectedSheets !== null && expectedSheets !== sheets);
      if (differs && !acceptDifference) throw refuse('sheet-count-differs');
      store.transact((transaction) => {
        updateScan(transaction, batchId, { state: 'finished', stopCode: null });
        recordScan(transaction, batchId, actor, 'scan.finished', { pages, sheets, expectedSheets, differs });
        enqueueAssemblyWhenSettled(transaction, batchId);
      });
      announce(batchId);
      return view(batchId);
    },
    async close() {
      for (const job of running.values()) job.close();
      await Promise.all([...running.values()].map(({ ended }) => ended));
    },
  };
}

function requireScan(store: StationCore['store'], batchId: string): StoredScan {
  const scan = findScan(store, batchId);
  if (scan === undefined) throw refuse('no-such-scan');
  return scan;
}

function presentScan(store: StationCore['store'], scan: StoredScan): ScanView {
  const { batchId, device, settings, state, stopCode, expectedSheets } = scan;
  const { pages, sheets, sidesOfLast } = countPile(store, batchId);
  return {
    ...{ batchId, device, settings, state, expectedSheets, pages, sheets },
    stop: stopCode === null ? null : tellStop(stopCode),
    quality: countQuality(store, batchId),
    sheetIncomplete: settings.duplex && sidesOfLast === 1,
  };
}

function markStopped(transaction: Transaction, batchId: string, stopCode: ScanStopCode): void {
  updateScan(transaction, batchId, { state: 'stopped', stopCode });
  const { pages, sheets } = countPile(transaction, batchId);
  recordScan(transaction, batchId, { id: machine }, 'scan.stopped', { reason: stopCode, pages, sheets });
}

function recordScan(
  transaction: Transaction,
  batchId: string,
  actor: Actor,
  action: string,
  detail: NonNullable<AuditEvent['detail']> = {},
): void {
  appendEvent(transaction, { actor: actor.id, action, subjectKind: 'batch', subjectId: batchId, detail });
}
