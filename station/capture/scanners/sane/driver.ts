import type { ScanDevice, ScanSettings } from '../../../../contract/capture.ts';
import { areaFor, requireSupport } from '../paper.ts';
import { runTool, type Tool } from '../run-tool.ts';
import { type ScanDriver, type Scanner, ScannerError } from '../scanner.ts';
import { runBatch } from './batch.ts';
import { findSource, modeOf, type NamedSource, offerOf, parseOptions, type SaneOptions, sourcesOf } from './options.ts';

/** Looking for scanners makes every backend search the buses and the network. */
const searchMs = 60_000;
const answerMs = 30_000;
/** Cameras are no scanners, and eSCL scanners are reached by our own client. */
const othersDevices = /^(?:v4l|airscan|escl):/;

/** Scanners of the SANE project on Linux, through its program `scanimage`. An address is SANE's name of the device. */
export function createSaneDriver(tool: Tool = { command: 'scanimage' }): ScanDriver {
  return {
    name: 'sane',
    async discover(signal) {
      const format = '--formatted-device-list=%d%t%v %m%n'.replace('%t', '\t');
      const { output } = await runTool(tool, [format], { signal, timeoutMs: searchMs });
      return output.split('\n').flatMap(presentDevice);
    },
    open: (address) => openDevice(tool, [`--device-name=${address}`]),
  };
}

function presentDevice(line: string): ScanDevice[] {
  const [address = '', name = ''] = line.split('\t');
  if (address === '' || name === '' || othersDevices.test(address)) return [];
  return [{ driver: 'sane', address, name: name.replace(/^Noname /, '').slice(0, 200) }];
}

function openDevice(tool: Tool, device: readonly string[]): Scanner {
  return {
    async capabilities(signal) {
      const offers = await offersOf(signal);
      return { model: '', sources: offers.map(({ named, options }) => offerOf(named, options)) };
    },
    /** SANE cannot be asked for the state of a feeder; that a device can be opened is all there is to know. */
    async state(signal) {
      await readOptions(signal, []);
      return 'idle';
    },
    async *scan(order) {
      const deviceArguments = await argumentsFor(order.settings, order.signal);
      yield* runBatch(tool, [...device, ...deviceArguments], order);
    },
  };

  async function readOptions(signal: AbortSignal, chosen: readonly string[]): Promise<SaneOptions> {
    const list = [...device, ...chosen, '--all-options'];
    const { code, output, complaint } = await runTool(tool, list, { signal, timeoutMs: answerMs });
    if (code === 0) return parseOptions(output);
    throw new ScannerError(code === 3 ? 'busy' : 'unreachable', `scanimage ended with ${code}: ${complaint}`);
  }

  /** Limits differ from source to source, so each is chosen in turn and asked. */
  async function offersOf(signal: AbortSignal): Promise<{ named: NamedSource; options: SaneOptions }[]> {
    const offers: { named: NamedSource; options: SaneOptions }[] = [];
    for (const named of sourcesOf(await readOptions(signal, []))) {
      offers.push({ named, options: await readOptions(signal, sourceArgument(named)) });
    }
    return offers;
  }

  async function argumentsFor(settings: ScanSettings, signal: AbortSignal): Promise<string[]> {
    const named = findSource(sourcesOf(await readOptions(signal, [])), settings);
    if (named === undefined)
      throw new ScannerError('not-supported', `no ${settings.source}, duplex ${settings.duplex}`);
    const options = await readOptions(signal, sourceArgument(named));
    const offer = requireSupport({ model: '', sources: [offerOf(named, options)] }, settings);
    const { widthMm, heightMm } = areaFor(settings.paper, offer);
    return [
      ...sourceArgument(named),
      `--mode=${modeOf(options, settings.colour)}`,
      `--resolution=${settings.resolutionDpi}`,
      ...(options.get('-x')?.kind === 'range' ? ['-x', String(widthMm)] : []),
      ...(options.get('-y')?.kind === 'range' ? ['-y', String(heightMm)] : []),
    ];
  }
}

function sourceArgument({ name }: NamedSource): string[] {
  return name === null ? [] : [`--source=${name}`];
}
