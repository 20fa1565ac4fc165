import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ScanColour, ScanDevice, ScanSettings } from '../../../../contract/capture.ts';
import { finishPage } from '../page/finish-page.ts';
import { runTool, type Tool } from '../run-tool.ts';
import { type ScanDriver, ScannerError } from '../scanner.ts';

const searchMs = 60_000;
/** A full feeder at a high resolution. */
const pileMs = 60 * 60_000;
const bitDepths: Readonly<Record<ScanColour, string>> = { colour: 'color', grey: 'gray', 'black-white': 'bw' };

/**
 * TWAIN scanners on Windows, through the command line of NAPS2 where it is installed. An address is the device's name.
 *
 * NAPS2 scans the whole pile before it hands out the first page, so that here, unlike with the other drivers, a crash costs
 * the pile in the feeder and not one sheet. Its interface tells neither what a scanner can do nor why it stopped.
 * Written from its documentation and never run against it: see docs/security.md.
 */
export function createNaps2Driver(tool: Tool = { command: 'NAPS2.Console.exe' }): ScanDriver {
  return {
    name: 'naps2',
    async discover(signal) {
      const { output } = await runTool(tool, ['--listdevices', '--driver', 'twain'], { signal, timeoutMs: searchMs });
      return output.split(/\r?\n/).flatMap(presentDevice);
    },
    open: (address) => ({
      capabilities: async () => ({ model: address, sources: [] }),
      state: async () => 'idle',
      async *scan({ settings, folder, signal }) {
        const list = [...scanArguments(address, settings), '--output', join(folder, '$(nnnn).png')];
        const { code, complaint } = await runTool(tool, list, { signal, timeoutMs: pileMs });
        const names = (await readdir(folder)).filter((name) => name.endsWith('.png')).sort();
        for (const name of names) yield await finishPage(join(folder, name));
        if (code !== 0) throw new ScannerError('device-failed', `NAPS2 ended with ${code}: ${complaint}`);
        if (names.length === 0) throw new ScannerError('feeder-empty', 'NAPS2 gave no page');
      },
    }),
  };
}

function presentDevice(line: string): ScanDevice[] {
  const name = line.trim();
  return name === '' ? [] : [{ driver: 'naps2', address: name, name: name.slice(0, 200) }];
}

function scanArguments(address: string, settings: ScanSettings): string[] {
  const source = settings.source === 'flatbed' ? 'glass' : settings.duplex ? 'duplex' : 'feeder';
  return [
    ...['--noprofile', '--driver', 'twain', '--device', address, '--source', source],
    ...['--dpi', String(settings.resolutionDpi), '--bitdepth', bitDepths[settings.colour]],
    ...(settings.paper === 'largest' ? [] : ['--pagesize', settings.paper]),
  ];
}
