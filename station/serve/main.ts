import type { MainToStation, StationToMain } from '../../contract/station-wire.ts';
import { AppError } from '../app-error.ts';
import { createLogger } from '../logger.ts';
import { type DesktopStation, openDesktopStation } from './open-desktop.ts';
import { findParent } from './parent.ts';

/*
 * Entry of the station process: Electron's utilityProcess in the desktop app, `fork` elsewhere. What it is told and what
 * it answers is in contract/station-wire.ts.
 */

const logger = createLogger();
const parent = findParent(process);
let opening: Promise<DesktopStation | null> | null = null;

function handle(message: MainToStation): void {
  if (message.kind === 'start') {
    opening ??= openOrTell(message);
  } else if (message.kind === 'stop') {
    void stop();
  } else {
    // Messages keep their order, also those that come while the station opens.
    void opening?.then((station) => station?.handle(message));
  }
}

async function openOrTell(start: Extract<MainToStation, { kind: 'start' }>): Promise<DesktopStation | null> {
  try {
    const station = await openDesktopStation(start, parent.send, logger);
    parent.send({ kind: 'ready' });
    return station;
  } catch (error) {
    logger.error({ err: error }, 'the station could not start');
    parent.send(couldNotStart(error));
    leave(1);
    return null;
  }
}

function couldNotStart(error: unknown): StationToMain {
  const detail = error instanceof Error ? error.message : typeof error;
  const message =
    error instanceof AppError
      ? error.text
      : {
          it: 'La postazione non si avvia per un errore imprevisto. Avvisare chi la cura.',
          en: 'The workstation does not start because of an unexpected error. Tell whoever looks after it.',
        };
  return { kind: 'could-not-start', code: codeOf(error), message, detail };
}

function codeOf(error: unknown): Extract<StationToMain, { kind: 'could-not-start' }>['code'] {
  if (!(error instanceof AppError)) return 'internal';
  switch (error.code) {
    case 'FOLDER_IN_USE':
      return 'folder-in-use';
    case 'NEWER_DATABASE':
      return 'newer-database';
    case 'DAMAGED_DATABASE':
      return 'damaged-database';
    default:
      return 'internal';
  }
}

async function stop(): Promise<void> {
  const station = await opening;
  await station?.close();
  parent.send({ kind: 'stopped' });
  leave(0);
}

/** Leaves once what was sent is on its way. */
function leave(code: number): void {
  setImmediate(() => process.exit(code));
}

parent.listen(handle, () => logger.warn('dropped a message that does not fit the wire'));
parent.onGone(() => void stop());
