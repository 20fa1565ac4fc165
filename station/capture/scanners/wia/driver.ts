import { createInterface } from 'node:readline';
import type { ScanColour } from '../../../../contract/capture.ts';
import { finishPage } from '../page/finish-page.ts';
import { areaFor, requireSupport } from '../paper.ts';
import { missing, runTool, startTool, type Tool } from '../run-tool.ts';
import { type ScanDriver, type ScannedPage, ScannerError, type ScanOrder } from '../scanner.ts';
import { handlingOf, parseAnswer, presentWiaDevice } from './answers.ts';
import { powerShellArguments, wiaScript } from './script.ts';

const answerMs = 60_000;
const intents: Readonly<Record<ScanColour, number>> = { colour: 1, grey: 2, 'black-white': 4 };

/**
 * Scanners of Windows, through PowerShell. An address is the device's id. Two pages of a sheet come as two transfers.
 * Written from the documentation and never run against a scanner: see docs/security.md.
 */
export function createWiaDriver(tool: Tool = { command: 'powershell.exe' }): ScanDriver {
  const list = powerShellArguments(wiaScript);

  async function ask(order: object, signal: AbortSignal) {
    const { output } = await runTool(tool, list, { signal, timeoutMs: answerMs, input: `${JSON.stringify(order)}\n` });
    return parseAnswer(output.trim());
  }

  async function describe(address: string, signal: AbortSignal) {
    const answer = await ask({ kind: 'describe', address }, signal);
    if (answer.kind !== 'device') throw new ScannerError('device-failed', `WIA answered ${answer.kind}`);
    return presentWiaDevice(answer);
  }

  return {
    name: 'wia',
    async discover(signal) {
      const answer = await ask({ kind: 'list' }, signal);
      if (answer.kind !== 'devices') return [];
      return answer.devices.map(({ address, name }) => ({ driver: 'wia' as const, address, name: name.slice(0, 200) }));
    },
    open: (address) => ({
      capabilities: (signal) => describe(address, signal),
      async state(signal) {
        await describe(address, signal);
        return 'idle';
      },
      async *scan(order) {
        const { settings, folder, signal } = order;
        const offer = requireSupport(await describe(address, signal), settings);
        const { widthMm, heightMm } = areaFor(settings.paper, offer);
        const pxPerMm = settings.resolutionDpi / 25.4;
        yield* runPages(tool, list, order, {
          ...{ kind: 'scan', address, folder, feeder: settings.source === 'feeder', dpi: settings.resolutionDpi },
          handling: handlingOf[settings.source] | (settings.duplex ? handlingOf.duplex : 0),
          intent: intents[settings.colour],
          widthPx: Math.floor(widthMm * pxPerMm),
          heightPx: Math.floor(heightMm * pxPerMm),
        });
      },
    }),
  };
}

async function* runPages(
  tool: Tool,
  toolArguments: readonly string[],
  { settings, signal }: ScanOrder,
  order: object,
): AsyncGenerator<ScannedPage, void, void> {
  signal.throwIfAborted();
  const child = startTool(tool, toolArguments);
  const failed = new Promise<never>((_, reject) => child.once('error', (cause) => reject(missing(tool, cause))));
  failed.catch(() => undefined);
  const kill = () => void child.kill('SIGKILL');
  signal.addEventListener('abort', kill, { once: true });
  child.stdin.on('error', () => undefined).write(`${JSON.stringify(order)}\n`);
  child.stderr.resume();
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  try {
    for (let pages = 0; ; pages += 1) {
      child.stdin.write('\n');
      const line = await Promise.race([lines.next(), failed]);
      signal.throwIfAborted();
      if (line.done) {
        if (settings.source === 'flatbed' && pages === 1) return;
        throw new ScannerError('device-failed', `WIA ended after ${pages} pages`);
      }
      const path = pathOf(line.value, pages);
      if (path === null) return;
      yield await finishPage(path);
    }
  } finally {
    signal.removeEventListener('abort', kill);
    kill();
  }
}

/** Path of the page that came; null at the good end of a pile. */
function pathOf(line: string, pages: number): string | null {
  try {
    const answer = parseAnswer(line);
    if (answer.kind === 'page') return answer.path;
    throw new ScannerError('device-failed', `WIA answered ${answer.kind}`);
  } catch (error) {
    if (error instanceof ScannerError && error.code === 'feeder-empty' && pages > 0) return null;
    throw error;
  }
}
