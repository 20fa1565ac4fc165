import type { MainToStation, PageViewAnswer, StationToMain } from '../../contract/station-wire.ts';
import { createLooks, type Looks } from '../audit/looks.ts';
import { createScanDrivers } from '../capture/scanners/drivers.ts';
import { createScans } from '../capture/scans.ts';
import { createWatchedFolders } from '../capture/watched-folders/watched-folders.ts';
import { createDeliveryLane } from '../deliver/deliver-job.ts';
import { createDeliveries } from '../deliver/deliveries.ts';
import type { Logger } from '../logger.ts';
import { putDownDays } from '../oversight/days.ts';
import { createSecrets } from '../people/secrets.ts';
import { createSignInGate } from '../people/sign-in-gate.ts';
import { defaultIdleLockMs } from '../people/window-session.ts';
import { createPiles } from '../pile/piles.ts';
import { forgetPictures } from '../pipeline/forget-pictures.ts';
import { createPractice } from '../practice/practice.ts';
import { findResources } from '../resources.ts';
import { createWindowOpener, type StationWindow } from '../rpc/window.ts';
import { openStation, type Station } from '../station.ts';
import { createCertificatePins } from '../store/scanner-certificates.ts';
import { createArrangements } from '../verify/arrangements.ts';
import { hidesPage } from '../verify/hidden-pages.ts';
import { createLeases } from '../verify/leases.ts';
import { createVerification } from '../verify/verification.ts';

type Start = Extract<MainToStation, { kind: 'start' }>;
type WindowMessage = Exclude<MainToStation, { kind: 'start' | 'stop' }>;

/** The station as the desktop app uses it: many windows, each with its own wire and session. */
export interface DesktopStation {
  handle(message: WindowMessage): void;
  close(): Promise<void>;
}

/** Opens the station and takes up its work. Throws an AppError when its folder cannot be used. */
export async function openDesktopStation(
  start: Start,
  send: (message: StationToMain) => void,
  logger: Logger,
): Promise<DesktopStation> {
  const clock = () => new Date();
  const resources = findResources(start.resourcesFolder);
  const station = await openStation({
    ...{ folder: start.dataFolder, resources, clock, logger },
    ...(start.workers !== null && { workers: start.workers }),
    ...(start.workerEntry !== null && { workerEntry: start.workerEntry }),
    lanes: (core) => [createDeliveryLane(core)],
  });
  const pins = createCertificatePins(station.store);
  const scans = createScans(station, { drivers: createScanDrivers(pins), pins });
  const watchedFolders = createWatchedFolders(station);
  const leases = createLeases(clock);
  const looks = createLooks(station.store, clock);
  const openWindow = createWindowOpener({
    piles: createPiles(station),
    ...{ station, scans, watchedFolders, leases, looks },
    arrangements: createArrangements(station, leases),
    idleLockMs: defaultIdleLockMs,
    verification: createVerification(station),
    deliveries: createDeliveries(station),
    practice: createPractice(station, resources.practice),
    secrets: createSecrets(),
    gate: createSignInGate(clock),
  });
  const windows = new Map<string, StationWindow>();

  function closeWindow(windowId: string): void {
    windows.get(windowId)?.close();
    windows.delete(windowId);
  }

  station.start();
  const closing = new AbortController();
  putDownDays(station.store, clock(), closing.signal).catch((error: unknown) => {
    logger.error({ err: error }, 'days gone by could not be put down for the overview; opening it will take longer');
  });
  forgetPictures(station.store.folder.derived, clock(), closing.signal).catch((error: unknown) => {
    logger.error({ err: error }, 'pictures that nobody looks at any more could not be removed');
  });
  return {
    handle(message) {
      const { windowId } = message;
      switch (message.kind) {
        case 'window-opened':
          closeWindow(windowId);
          windows.set(
            windowId,
            openWindow((text) => send({ kind: 'window-message', windowId, message: text })),
          );
          return;
        case 'window-message':
          windows.get(windowId)?.receive(message.message);
          return;
        case 'window-closed':
          closeWindow(windowId);
          return;
        case 'page-view': {
          const { requestId } = message;
          answerPageView({ station, looks }, windows.get(windowId), message).then(
            (answer) => send({ kind: 'page-view-answer', requestId, answer }),
            (error: unknown) => {
              logger.error({ page: message.pageId, err: error }, 'could not draw a page');
              send({ kind: 'page-view-answer', requestId, answer: refused('failed', 'internal') });
            },
          );
        }
      }
    },
    async close() {
      closing.abort();
      for (const windowId of [...windows.keys()]) closeWindow(windowId);
      await Promise.all([scans.close(), watchedFolders.close()]);
      await station.close();
    },
  };
}

async function answerPageView(
  { station, looks }: { readonly station: Station; readonly looks: Looks },
  window: StationWindow | undefined,
  { pageId, view }: Extract<MainToStation, { kind: 'page-view' }>,
): Promise<PageViewAnswer> {
  const session = window?.session;
  if (!session?.account || session.locked) return refused('not-signed-in', '');
  if (await hidesPage(station, session.account, pageId)) return refused('not-allowed', '');
  if (view !== 'thumbnail') {
    looks.record(session, { accountId: session.account.id, subjectKind: 'page', subjectId: pageId });
  }
  // Whoever looks at a page wants its reading next.
  if (view !== 'thumbnail') station.putFirst(pageId);
  const picture = await station.picture(pageId, view, { urgent: true });
  if (picture.kind === 'not-found') {
    const path = await station.testPictures.find(pageId);
    return path === null ? refused('not-found', '') : { kind: 'file', path, mediaType: 'image/jpeg' };
  }
  if (picture.kind === 'failed') return refused('failed', `${picture.failure.code} ${picture.failure.detail}`);
  return { kind: 'file', path: picture.path, mediaType: picture.mediaType };
}

function refused(reason: Extract<PageViewAnswer, { kind: 'refused' }>['reason'], detail: string): PageViewAnswer {
  return { kind: 'refused', reason, detail };
}
