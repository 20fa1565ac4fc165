import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Account } from '../../contract/account.ts';
import type { AuditAction } from '../../contract/audit-actions.ts';
import type {
  NewScan,
  ScanDevice,
  ScanDevices,
  ScanMemory,
  ScannerCapabilities,
  ScanStopCode,
  ScanView,
  TestScan,
} from '../../contract/capture.ts';
import type { RescanPlace } from '../../contract/pile.ts';
import { AppError } from '../app-error.ts';
import { type AuditEvent, appendEvent, machine } from '../audit/chain.ts';
import type { StationCore } from '../core.ts';
import { requireRight } from '../people/rights.ts';
import { checkPlacement, insertionBefore } from '../pile/placement.ts';
import { enqueueAssemblyWhenSettled } from '../pipeline/settle-batch.ts';
import type { Transaction } from '../store/connection.ts';
import { countQuality } from '../store/page-quality.ts';
import { saveSeparation } from '../store/pile.ts';
import {
  countPile,
  findScan,
  insertScan,
  listOpenScans,
  rememberScan,
  type StoredScan,
  setExpectedSheets,
  updateScan,
} from '../store/scans.ts';
import { refuse } from '../texts/refusals/refusals.ts';
import { tellStop } from '../texts/scan-stops.ts';
import { asking, findDevices, requireScanner, type TestOrder, testScan } from './ask-scanner.ts';
import { enterBatch, requireProfile } from './enter-batch.ts';
import { recallScan } from './recall-scan.ts';
import { placeOfRescan } from './rescan-place.ts';
import { createScanJobs, type ScanJobsOptions, type ScanToRun } from './scan-jobs.ts';
import { certificateKey } from './scanners/escl/http.ts';

type Actor = { readonly id: string };

/** People's side of scanning. Functions throw an AppError. */
export interface Scans {
  /** Looks for scanners in every way there is; one that fails does not keep the others from answering. */
  devices(signal: AbortSignal): Promise<ScanDevices>;
  capabilities(device: ScanDevice, signal: AbortSignal): Promise<ScannerCapabilities>;
  remembered(profileId: string): ScanMemory;
  test(order: TestOrder, signal: AbortSignal): Promise<TestScan>;
  /** Needs a supervisor: it is the moment at which somebody else's machine could be taken for the scanner. */
  forgetCertificate(actor: Account, device: ScanDevice): void;
  start(actor: Actor, scan: NewScan): ScanView;
  pause(actor: Actor, batchId: string): ScanView;
  resume(actor: Actor, batchId: string): ScanView;
  /**
   * Scans further sheets to a place of their own, and resolves when they are safe. The pile is then as stopped or finished as
   * it was. What came before a trouble stays where it was wanted.
   */
  rescan(actor: Actor, batchId: string, place: RescanPlace): Promise<ScanView>;
  /** Resolves when the scanner's job has ended and the page in hand is safe. */
  stop(actor: Actor, batchId: string): Promise<ScanView>;
  expect(actor: Actor, batchId: string, expectedSheets: number | null): ScanView;
  finish(actor: Actor, batchId: string, acceptDifference: boolean): ScanView;
  view(batchId: string): ScanView;
  /** Null for a batch that no scanner fed. */
  find(batchId: string): ScanView | null;
  /** Ends every job, safe pages first. */
  close(): Promise<void>;
}

export interface ScansOptions extends ScanJobsOptions {
  /** The certificates that scanners are held to. */
  readonly pins: { forget(host: string): void };
}

/** Opens the scanning side of a station. Scans that a station which ended left open are stopped, and can be resumed. */
export function createScans(core: StationCore, options: ScansOptions): Scans {
  const { store, announce } = core;
  const jobs = createScanJobs(core, options);
  // What a station that was killed had in hand; none of it was counted.
  rmSync(join(store.folder.derived, 'scanning'), { recursive: true, force: true });
  store.transact((transaction) => {
    for (const batchId of listOpenScans(transaction)) markStopped(transaction, batchId, 'station-ended');
  });

  const view = (batchId: string) => {
    const scan = requireScan(store, batchId);
    const stopCode = jobs.unsavedStop(batchId);
    return presentScan(store, stopCode === undefined ? scan : { ...scan, state: 'stopped', stopCode });
  };

  function runToEndOfPile(scan: ScanToRun): void {
    void jobs.run(scan, (transaction, stopCode) => markStopped(transaction, scan.batchId, stopCode));
  }

  return {
    view,
    find: (batchId) => (findScan(store, batchId) === undefined ? null : view(batchId)),
    remembered: (profileId) => recallScan(store, profileId),
    devices: (signal) => findDevices(options.drivers, signal),
    capabilities: (device, signal) => asking(() => requireScanner(options.drivers, device).capabilities(signal)),
    test: (order, signal) =>
      asking(() => testScan(core, { ...order, scanner: requireScanner(options.drivers, order.device), signal })),
    forgetCertificate(actor, { address }) {
      requireRight(actor, 'supervise');
      const url = URL.parse(address);
      if (url === null) return;
      options.pins.forget(certificateKey(url));
      store.transact((transaction) => {
        const subject = { subjectKind: 'scanner', subjectId: certificateKey(url) } as const;
        appendEvent(transaction, { actor: actor.id, action: 'scanner.certificate-forgotten', ...subject });
      });
    },
    start(actor, { name, profileId, device, settings, expectedSheets, separation }) {
      requireProfile(profileId);
      const batchId = randomUUID();
      store.transact((transaction) => {
        enterBatch(transaction, { id: batchId, name, profileId, actor: actor.id, chosen: 0 });
        insertScan(transaction, { batchId, device, settings, expectedSheets });
        if (separation !== undefined) saveSeparation(transaction, batchId, separation);
        rememberScan(transaction, profileId, { device, settings, separation });
        recordScan(transaction, batchId, actor, 'scan.started', { driver: device.driver, expectedSheets });
      });
      runToEndOfPile({ batchId, device, settings });
      return view(batchId);
    },
    pause(actor, batchId) {
      const scan = requireScan(store, batchId);
      const job = jobs.of(batchId);
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
      const job = jobs.of(batchId);
      if (scan.state === 'scanning' && job !== undefined) throw refuse('scan-running');
      store.transact((transaction) => {
        updateScan(transaction, batchId, { state: 'scanning', stopCode: null });
        recordScan(transaction, batchId, actor, 'scan.resumed', { pages: countPile(transaction, batchId).pages });
      });
      jobs.forgetUnsavedStop(batchId);
      if (job === undefined) runToEndOfPile(scan);
      else job.release();
      announce(batchId);
      return view(batchId);
    },
    async rescan(actor, batchId, place) {
      const scan = requireScan(store, batchId);
      if (jobs.of(batchId) !== undefined) throw refuse('scan-running');
      const placement = placeOfRescan(place, actor);
      store.transact((transaction) => {
        for (const pageId of place.kind === 'replace' ? place.pageIds : []) {
          checkPlacement(transaction, batchId, { kind: 'replace', pageId });
        }
        if (place.kind === 'insert') checkPlacement(transaction, batchId, insertionBefore(place.before));
        updateScan(transaction, batchId, { state: 'scanning', stopCode: null });
        recordScan(transaction, batchId, actor, 'scan.rescan-started', { kind: place.kind });
      });
      announce(batchId);
      const { state, stopCode } = scan;
      const stop = await jobs.run(
        scan,
        (transaction, reason) => {
          updateScan(transaction, batchId, { state, stopCode });
          recordScan(transaction, batchId, { id: machine }, 'scan.rescan-ended', { reason });
          enqueueAssemblyWhenSettled(transaction, batchId);
        },
        placement,
      );
      if (stop !== 'feeder-empty') throw new AppError('UNREACHABLE', tellStop(stop).message, { retryable: true });
      if (placement.taken() === 0) throw refuse('nothing-in-feeder');
      return view(batchId);
    },
    async stop(_actor, batchId) {
      requireScan(store, batchId);
      const job = jobs.of(batchId);
      if (job === undefined) throw refuse('scan-not-running');
      job.stop();
      await job.ended;
      return view(batchId);
    },
    expect(actor, batchId, expectedSheets) {
      const { state, expectedSheets: before } = requireScan(store, batchId);
      if (state === 'finished') throw refuse('scan-finished');
      store.transact((transaction) => {
        setExpectedSheets(transaction, batchId, expectedSheets);
        recordScan(transaction, batchId, actor, 'scan.expected', { before, expectedSheets });
      });
      announce(batchId);
      return view(batchId);
    },
    finish(actor, batchId, acceptDifference) {
      const { state, pages, sheets, expectedSheets, sheetIncomplete } = view(batchId);
      if (state === 'finished') throw refuse('scan-finished');
      if (jobs.of(batchId) !== undefined) throw refuse('scan-running');
      const differs = sheetIncomplete || (expectedSheets !== null && expectedSheets !== sheets);
      if (differs && !acceptDifference) throw refuse('sheet-count-differs');
      store.transact((transaction) => {
        updateScan(transaction, batchId, { state: 'finished', stopCode: null });
        recordScan(transaction, batchId, actor, 'scan.finished', { pages, sheets, expectedSheets, differs });
        enqueueAssemblyWhenSettled(transaction, batchId);
      });
      jobs.forgetUnsavedStop(batchId);
      announce(batchId);
      return view(batchId);
    },
    close: jobs.close,
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
  action: AuditAction,
  detail: NonNullable<AuditEvent['detail']> = {},
): void {
  appendEvent(transaction, { actor: actor.id, action, subjectKind: 'batch', subjectId: batchId, detail });
}
