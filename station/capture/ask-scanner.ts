import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ScanDevice, ScanDevices, ScanDriverName, ScanSettings, TestScan } from '../../contract/capture.ts';
import { AppError } from '../app-error.ts';
import type { StationCore } from '../core.ts';
import { tellStop } from '../texts/scan-stops.ts';
import { demandsOf, orderOf } from './quality/expectations.ts';
import type { ScanDrivers } from './scanners/drivers.ts';
import { type Scanner, ScannerError } from './scanners/scanner.ts';

const driverNames = ['escl', 'sane', 'wia', 'naps2'] as const;

/** Looks for scanners in every way there is at once; one that fails does not keep the others from answering. */
export async function findDevices(drivers: ScanDrivers, signal: AbortSignal): Promise<ScanDevices> {
  const names = driverNames.filter((name) => drivers[name] !== undefined);
  const answers = await Promise.all(names.map((driver) => findOneWay(drivers, driver, signal)));
  return { devices: answers.flatMap(({ devices }) => devices), troubles: answers.flatMap(({ troubles }) => troubles) };
}

async function findOneWay(drivers: ScanDrivers, driver: ScanDriverName, signal: AbortSignal): Promise<ScanDevices> {
  try {
    return { devices: (await drivers[driver]?.discover(signal)) ?? [], troubles: [] };
  } catch (error) {
    if (!(error instanceof ScannerError)) throw error;
    return { devices: [], troubles: [{ driver, stop: tellStop(error.code) }] };
  }
}

/** The scanner of a device, or why it cannot be had. */
export function openScanner(drivers: ScanDrivers, { driver, address }: ScanDevice): Scanner | ScannerError {
  try {
    return drivers[driver]?.open(address) ?? new ScannerError('driver-missing', `no ${driver} on this system`);
  } catch (error) {
    if (error instanceof ScannerError) return error;
    throw error;
  }
}

/** Throws a ScannerError. */
export function requireScanner(drivers: ScanDrivers, device: ScanDevice): Scanner {
  const scanner = openScanner(drivers, device);
  if (scanner instanceof ScannerError) throw scanner;
  return scanner;
}

/** What a scanner answers to a person's question. Throws an AppError that tells the person why it does not. */
export async function asking<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof ScannerError)) throw error;
    throw new AppError('UNREACHABLE', tellStop(error.code).message, { retryable: true, cause: error });
  }
}

export interface TestOrder {
  readonly profileId: string;
  readonly device: ScanDevice;
  readonly settings: ScanSettings;
}

interface TestAtScanner extends TestOrder {
  readonly scanner: Scanner;
  readonly signal: AbortSignal;
}

/** Scans one page, looks at it as the profile demands, and keeps but a picture of it until the next. Throws a ScannerError. */
export async function testScan(
  { store, assess, testPictures }: StationCore,
  { scanner, profileId, settings, signal }: TestAtScanner,
): Promise<TestScan> {
  const folder = join(store.folder.derived, 'scanning', randomUUID());
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    for await (const { path, format, widthPx, heightPx, bytes } of scanner.scan({ settings, folder, signal })) {
      const expected = { demands: demandsOf(profileId), order: orderOf(settings) };
      const [quality, pictureId] = await Promise.all([assess(path, expected), testPictures.draw(path)]);
      return { format, widthPx, heightPx, bytes, quality, pictureId };
    }
    throw new ScannerError('feeder-empty', 'no page came');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
