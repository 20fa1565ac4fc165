import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ScanStopCode } from '../../../../contract/capture.ts';
import { diskTroubleOf } from '../../disk-trouble.ts';
import { finishPage } from '../page/finish-page.ts';
import { type ScannedPage, ScannerError, type ScannerState, type ScanOrder } from '../scanner.ts';
import type { EsclClient } from './client.ts';
import { asScannerError } from './http.ts';
import { writeScanSettings } from './scan-settings.ts';
import { type EsclStatus, obstacleOf } from './status.ts';

/** A page of A3 at 1200 dpi in colour stays well below this; a body without an end must not fill the disk. */
const longestPageBytes = 1024 * 2 ** 20;

const stopCodes: Readonly<Record<ScannerState, ScanStopCode>> = {
  idle: 'device-failed',
  busy: 'busy',
  empty: 'feeder-empty',
  jam: 'jam',
  'cover-open': 'cover-open',
  'double-feed': 'double-feed',
  failed: 'device-failed',
};

/** One scan job from its start to its end, page by page. See `Scanner.scan`. */
export async function* runJob(client: EsclClient, order: ScanOrder): AsyncGenerator<ScannedPage, void, void> {
  const { settings, folder, signal } = order;
  const jobPath = await startJob(client, order);
  try {
    for (let pages = 0; settings.source === 'feeder' || pages === 0; pages += 1) {
      const response = await client.nextDocument(jobPath, signal);
      if (response === null) {
        checkEnd(await client.status(signal, jobPath), settings.source, pages);
        return;
      }
      yield await receivePage(response, folder);
    }
  } finally {
    await client.deleteJob(jobPath);
  }
}

async function startJob(client: EsclClient, { settings, signal }: ScanOrder): Promise<string> {
  const body = writeScanSettings(await client.capabilities(signal), settings);
  const before = obstacleOf(await client.status(signal), settings.source);
  // A scanner that is only busy answers the job with 503 until it is free.
  if (before !== null && before !== 'busy') throw stopped(before, 'before the job');
  const jobPath = await client.createJob(body, signal);
  if (jobPath !== null) return jobPath;
  const after = obstacleOf(await client.status(signal), settings.source);
  throw stopped(after ?? 'failed', 'when the job was to start');
}

/** The scanner has no further page: is that the end of the pile? Throws a ScannerError when it is not. */
function checkEnd({ scanner, feeder, job }: EsclStatus, source: 'feeder' | 'flatbed', pages: number): void {
  if (source === 'feeder' && feeder !== null && !['idle', 'busy', 'empty'].includes(feeder)) {
    throw stopped(feeder, `after ${pages} pages`);
  }
  if (scanner === 'failed') throw stopped('failed', `after ${pages} pages`);
  if (
    job !== null &&
    ['Aborted', 'Canceled'].includes(job.state) &&
    !job.reasons.includes('JobCompletedSuccessfully')
  ) {
    throw new ScannerError('device-failed', `the job ended as ${job.state} (${job.reasons.join(', ')})`);
  }
  if (job?.imagesToTransfer) {
    throw new ScannerError('device-failed', `the scanner kept ${job.imagesToTransfer} pages to itself`);
  }
  if (pages === 0) throw stopped('empty', 'no page came');
}

function stopped(state: ScannerState, when: string): ScannerError {
  return new ScannerError(stopCodes[state], `the scanner is ${state} ${when}`);
}

async function receivePage(response: IncomingMessage, folder: string): Promise<ScannedPage> {
  const path = join(folder, `${randomUUID()}.jpg`);
  try {
    await pipeline(response, limitBytes(longestPageBytes), createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  } catch (error) {
    throw asPageError(error);
  }
  return await finishPage(path);
}

/**
 * A sheet whose picture broke off on its way has left the feeder: that is not the same as not reaching the scanner. Trouble
 * with our own disk is not the scanner's and is thrown as it is.
 */
function asPageError(error: unknown): Error {
  if (error instanceof Error && diskTroubleOf(error) !== null) return error;
  const told = asScannerError(error);
  if (!(told instanceof ScannerError) || told.code !== 'unreachable') return told;
  return new ScannerError('broken-page', told.message, { cause: error });
}

function limitBytes(limit: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > limit) done(new ScannerError('broken-page', `a page of more than ${limit} bytes`));
      else done(null, chunk);
    },
  });
}
