import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { ScanStopCode } from '../../../../contract/capture.ts';
import { finishPage } from '../page/finish-page.ts';
import { missing, startTool, type Tool } from '../run-tool.ts';
import { type ScannedPage, ScannerError, type ScanOrder } from '../scanner.ts';

/** scanimage ends with the SANE status as its exit code (SANE Standard 1.06, 4.2.7). */
const stopCodes: Readonly<Record<number, ScanStopCode>> = {
  3: 'busy',
  4: 'not-supported',
  6: 'jam',
  7: 'feeder-empty',
  8: 'cover-open',
};
/** What it says before it lets go of a scanner, with the text of the status (`sane_strstatus`). */
const lastWords = /^scanimage: sane_(?:start|read): (.+)$/m;
const statusOfText: Readonly<Record<string, number>> = {
  'Device busy': 3,
  'Invalid argument': 4,
  'Document feeder jammed': 6,
  'Document feeder out of documents': 7,
  'Scanner cover is open': 8,
};
/** How long scanimage may take to let go of a scanner before it is killed: some backends never return from that. */
const stoppingMs = 4_000;
const longestWords = 2_000;

/**
 * Runs `scanimage` in batch mode. It asks for a key before each page (`--batch-prompt`), which is how no page is drawn in
 * before the one before was taken. Its exit code tells how it ended: the count it prints is also that of pages that
 * failed.
 */
export async function* runBatch(
  tool: Tool,
  deviceArguments: readonly string[],
  { settings, folder, signal }: ScanOrder,
): AsyncGenerator<ScannedPage, void, void> {
  signal.throwIfAborted();
  const batch = [`--batch=${join(folder, '%d.tiff')}`, '--format=tiff', '--batch-prompt', '--batch-print'];
  const count = settings.source === 'flatbed' ? ['--batch-count=1'] : [];
  const child = startTool(tool, [...deviceArguments, ...batch, ...count]);
  const ended = untilEnd(child, tool);
  const interrupt = () => {
    child.kill('SIGINT');
    killUnlessEnded(child);
  };
  signal.addEventListener('abort', interrupt, { once: true });
  child.stdin.on('error', () => undefined);
  const names = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  try {
    for (let pages = 0; ; pages += 1) {
      child.stdin.write('\n');
      const name = await names.next();
      if (name.done) {
        const code = await ended;
        signal.throwIfAborted();
        checkEnd(code, pages);
        return;
      }
      yield await finishPage(name.value);
    }
  } finally {
    signal.removeEventListener('abort', interrupt);
    await stop();
  }

  /** At the prompt the end of its input ends scanimage; within a page a signal does. */
  async function stop(): Promise<void> {
    child.stdin.end();
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
    killUnlessEnded(child);
    await once(child, 'close');
  }
}

/** The SANE status with which scanimage ends, by its exit code or else its last words; null where neither tells one. */
function untilEnd(child: ReturnType<typeof startTool>, tool: Tool): Promise<number | null> {
  let words = '';
  let isEnding = false;
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-longestWords);
    if (isEnding || !lastWords.test(words)) return;
    isEnding = true;
    killUnlessEnded(child);
  });
  return new Promise((resolve, reject) => {
    child.once('error', (cause) => reject(missing(tool, cause)));
    child.once('close', (code) => resolve(code ?? statusOfText[lastWords.exec(words)?.[1] ?? ''] ?? null));
  });
}

function killUnlessEnded(child: ChildProcess): void {
  const timer = setTimeout(() => void child.kill('SIGKILL'), stoppingMs);
  child.once('close', () => clearTimeout(timer));
}

/** With pages behind it an empty feeder is the good end (some versions end with 7 then, some with 0). */
function checkEnd(code: number | null, pages: number): void {
  const isEnd = code === 0 || code === 7;
  if (isEnd && pages > 0) return;
  const stop = isEnd ? 'feeder-empty' : (stopCodes[code ?? -1] ?? 'device-failed');
  throw new ScannerError(stop, `scanimage ended with ${code} after ${pages} pages`);
}
