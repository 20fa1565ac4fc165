import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ScanSettings, ScanStopCode } from '../../../contract/capture.ts';
import type { CertificatePins } from '../../../station/capture/scanners/escl/http.ts';
import { type ScannedPage, type Scanner, ScannerError } from '../../../station/capture/scanners/scanner.ts';
import {
  type MockScanner,
  type MockScannerOptions,
  startMockScanner,
} from '../../fixtures/scanners/escl/mock-scanner.ts';

export const feeder: ScanSettings = {
  ...{ source: 'feeder', duplex: false, colour: 'grey', resolutionDpi: 100, paper: 'a4' },
};

export async function mockScanner(options: MockScannerOptions): Promise<MockScanner> {
  const scanner = await startMockScanner(options);
  onTestFinished(() => scanner.close());
  return scanner;
}

export async function scratchFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tabularium-scan-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export function pinsInMemory(): CertificatePins & { readonly known: ReadonlyMap<string, string> } {
  const known = new Map<string, string>();
  return { known, get: (host) => known.get(host), set: (host, fingerprint) => void known.set(host, fingerprint) };
}

export interface Outcome {
  readonly pages: readonly ScannedPage[];
  readonly files: readonly Buffer[];
  /** Why it ended; null at the good end of the pile. */
  readonly stop: ScanStopCode | null;
}

/** Scans to the end, whatever it is. */
export async function scanAll(scanner: Scanner, settings: ScanSettings = feeder, signal = never()): Promise<Outcome> {
  const folder = await scratchFolder();
  const pages: ScannedPage[] = [];
  const files: Buffer[] = [];
  try {
    for await (const page of scanner.scan({ settings, folder, signal })) {
      pages.push(page);
      files.push(await readFile(page.path));
    }
    return { pages, files, stop: null };
  } catch (error) {
    if (error instanceof ScannerError) return { pages, files, stop: error.code };
    throw error;
  }
}

export function never(): AbortSignal {
  return new AbortController().signal;
}
