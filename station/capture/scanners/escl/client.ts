import type { IncomingMessage } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { ScannerError } from '../scanner.ts';
import { type EsclCapabilities, parseCapabilities } from './capabilities.ts';
import { asScannerError, type EsclHttp, type EsclRequest, readText } from './http.ts';
import { type EsclStatus, parseStatus } from './status.ts';

export interface EsclClient {
  capabilities(signal: AbortSignal): Promise<EsclCapabilities>;
  status(signal: AbortSignal, jobPath?: string): Promise<EsclStatus>;
  /** Starts a job and returns its path; null when the scanner refuses it in its present state (see `status`). */
  createJob(body: string, signal: AbortSignal): Promise<string | null>;
  /** The next page with its body still to be read; null when the job has no further one (see `status`). */
  nextDocument(jobPath: string, signal: AbortSignal): Promise<IncomingMessage | null>;
  /** Ends a job. What the scanner answers does not matter: it is also sent for jobs that ended by themselves. */
  deleteJob(jobPath: string): Promise<void>;
}

export interface EsclTimes {
  /** Longest silence before a short answer. */
  readonly answerMs: number;
  /** Longest silence before and within a page: warming up and drawing in a sheet take their time. */
  readonly pageMs: number;
  /** First wait after `503 Service Unavailable`; doubled each time up to `longestWaitMs`. */
  readonly waitMs: number;
  readonly longestWaitMs: number;
  /** A scanner that is busy for so long is given up for now. */
  readonly busyMs: number;
}

export const usualTimes: EsclTimes = {
  answerMs: 15_000,
  pageMs: 90_000,
  waitMs: 500,
  longestWaitMs: 5_000,
  busyMs: 90_000,
};

/** The requests of eSCL (Mopria Alliance, eSCL Technical Specification). All but `deleteJob` throw a ScannerError. */
export function createClient(http: EsclHttp, root: string, times: EsclTimes): EsclClient {
  const { answerMs: silenceMs } = times;
  return {
    async capabilities(signal) {
      return parseCapabilities(await getText({ path: `${root}/ScannerCapabilities`, signal, silenceMs }));
    },
    async status(signal, jobPath) {
      return parseStatus(await getText({ path: `${root}/ScannerStatus`, signal, silenceMs }), jobPath ?? null);
    },
    async createJob(body, signal) {
      const path = `${root}/ScanJobs`;
      const response = await sendPatiently({ method: 'POST', path, body, signal, silenceMs: times.pageMs });
      response.resume();
      if (response.statusCode === 201) return jobPathOf(response.headers.location);
      if (response.statusCode === 409 || response.statusCode === 500) return null;
      throw unexpected('a new job', response);
    },
    async nextDocument(jobPath, signal) {
      const path = `${jobPath}/NextDocument`;
      const response = await sendPatiently({ method: 'GET', path, signal, silenceMs: times.pageMs });
      if (response.statusCode === 200) return response;
      response.resume();
      if ([404, 409, 410, 500].includes(response.statusCode ?? 0)) return null;
      throw unexpected('the next page', response);
    },
    async deleteJob(jobPath) {
      const signal = AbortSignal.timeout(silenceMs);
      await http.send({ method: 'DELETE', path: jobPath, signal, silenceMs }).then(
        (response) => response.resume(),
        () => undefined,
      );
    },
  };

  async function getText(request: Omit<EsclRequest, 'method'>): Promise<string> {
    const response = await sendPatiently({ method: 'GET', ...request });
    if (response.statusCode === 200) return await readText(response);
    response.resume();
    throw unexpected('its description', response);
  }

  /** Asks again while the scanner answers that it is busy, at its own pace where it names one. */
  async function sendPatiently(request: EsclRequest): Promise<IncomingMessage> {
    const giveUpAtMs = performance.now() + times.busyMs;
    for (let waitMs = times.waitMs; ; waitMs = Math.min(2 * waitMs, times.longestWaitMs)) {
      const response = await http.send(request);
      if (response.statusCode !== 503) return response;
      response.resume();
      const pauseMs = Math.min(namedWaitMs(response) ?? waitMs, times.longestWaitMs);
      if (performance.now() + pauseMs > giveUpAtMs) throw new ScannerError('busy', `busy for ${times.busyMs} ms`);
      await pause(pauseMs, request.signal);
    }
  }
}

function namedWaitMs({ headers }: IncomingMessage): number | undefined {
  const seconds = headers['retry-after'];
  return seconds !== undefined && /^\d{1,4}$/.test(seconds) ? Number(seconds) * 1000 : undefined;
}

async function pause(timeMs: number, signal: AbortSignal): Promise<void> {
  try {
    await setTimeout(timeMs, undefined, { signal });
  } catch (error) {
    throw asScannerError(error);
  }
}

/** Only the path counts: some scanners name a host in `Location` that cannot be reached from here. */
function jobPathOf(location: string | undefined): string {
  const path = location === undefined ? '' : URL.parse(location, 'http://scanner/')?.pathname.replace(/\/$/, '');
  if (!path) throw new ScannerError('device-failed', 'the scanner did not say where its job is');
  return path;
}

function unexpected(what: string, { statusCode }: IncomingMessage): ScannerError {
  return new ScannerError('device-failed', `the scanner answered ${statusCode} when asked for ${what}`);
}
