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
/** How long scanimage may take to stop a scanner before it is killed. */
const stoppingMs = 5_000;

/**
 * Runs `scanimage` in batch mode. It asks for a key before each page (`--batch-prompt`), which is how no page is drawn in
 * before the one before was taken. Only its exit code tells how it ended: the count it prints is also that of pages that
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
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', (cause) => reject(missing(tool, cause)));
    child.once('close', resolve);
  });
  const interrupt = () => void child.kill('SIGINT');
  signal.addEventListener('abort', interrupt, { once: true });
  child.stdin.on('error', () => undefined);
  child.stderr.resume();
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
    const timer = setTimeout(() => void child.kill('SIGKILL'), stoppingMs);
    await once(child, 'close');
    clearTimeout(timer);
  }
}

/** With pages behind it an empty feeder is the good end (some versions end with 7 then, some with 0). */
function checkEnd(code: number | null, pages: number): void {
  const isEnd = code === 0 || code === 7;
  if (isEnd && pages > 0) return;
  const stop = isEnd ? 'feeder-empty' : (stopCodes[code ?? -1] ?? 'device-failed');
  throw new ScannerError(stop, `scanimage ended with ${code} after ${pages} pages`);
}
