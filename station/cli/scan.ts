import {
  paperSizeSchema,
  type ScanDevice,
  type ScanSettings,
  type ScanView,
  scanColourSchema,
  scanDriverSchema,
  scanSettingsSchema,
} from '../../contract/capture.ts';
import { AppError } from '../app-error.ts';
import { machine } from '../audit/chain.ts';
import { createScanDrivers } from '../capture/scanners/drivers.ts';
import { createScans, type Scans } from '../capture/scans.ts';
import type { Station } from '../station.ts';
import { createCertificatePins } from '../store/scanner-certificates.ts';
import type { FolderOptions } from './audit.ts';
import { dataFolder } from './data-folder.ts';
import { type ExitCode, exitCodes, inLanguage, type Output } from './output.ts';
import { withStation } from './with-station.ts';

export interface ScanOptions extends FolderOptions {
  readonly profile: string;
  readonly name?: string;
  /** Address of the scanner; the one that the profile used last where it is absent, else the only one within reach. */
  readonly device?: string;
  readonly driver?: string;
  readonly source?: string;
  readonly sides?: string;
  readonly colour?: string;
  readonly resolution?: string;
  readonly paper?: string;
  readonly sheets?: string;
  /** A batch whose scan stopped, to go on with. */
  readonly resume?: string;
}

/** What is asked of a scanner that was never used under the profile. */
const usualSettings: ScanSettings = {
  ...{ source: 'feeder', duplex: true, colour: 'grey', resolutionDpi: 300, paper: 'a4' },
};

const actor = { id: machine };

/**
 * `tabularium scan`: feeds a batch from a scanner until its feeder is empty. Ends with 2 when it stopped for another reason,
 * or when the sheets are not as many as were counted: what came is kept and `--resume` goes on.
 */
export async function scanCommand(options: ScanOptions, output: Output): Promise<ExitCode> {
  const view = await withStation(dataFolder(options.data, process.env), async (station) => {
    const pins = createCertificatePins(station.store);
    const scans = createScans(station, { drivers: createScanDrivers(pins), pins });
    try {
      return await scanPile(station, scans, options, output);
    } finally {
      await scans.close();
    }
  });
  output.result(options.json ? JSON.stringify(view, null, 1) : describe(view, output));
  return view.state === 'finished' ? exitCodes.allWell : exitCodes.withFailures;
}

async function scanPile(station: Station, scans: Scans, options: ScanOptions, output: Output): Promise<ScanView> {
  const { batchId } =
    options.resume === undefined
      ? scans.start(actor, await newScan(scans, options))
      : scans.resume(actor, options.resume);
  await untilStopped(station, scans, batchId, output);
  const view = scans.view(batchId);
  const differs = view.sheetIncomplete || (view.expectedSheets !== null && view.expectedSheets !== view.sheets);
  if (view.stop?.code !== 'feeder-empty' || view.pages === 0 || differs) return view;
  return scans.finish(actor, batchId, false);
}

async function newScan(scans: Scans, options: ScanOptions) {
  const remembered = scans.remembered(options.profile).scan;
  const device = options.device === undefined ? remembered?.device : namedDevice(options.device, options.driver);
  return {
    name: options.name ?? `${options.profile} ${new Date().toISOString().slice(0, 16).replace('T', ' ')}`,
    profileId: options.profile,
    device: device ?? (await onlyDevice(scans)),
    settings: settingsOf(options, remembered?.settings ?? usualSettings),
    expectedSheets: options.sheets === undefined ? null : numberOf('--sheets', options.sheets),
  };
}

/** A web address is a network scanner; any other belongs to the system's own way of talking to scanners. */
function namedDevice(address: string, driver: string | undefined): ScanDevice {
  const usual = /^https?:/i.test(address) ? 'escl' : process.platform === 'win32' ? 'wia' : 'sane';
  const known = scanDriverSchema.safeParse(driver ?? usual);
  if (!known.success) throw invalid('--driver', scanDriverSchema.options);
  return { driver: known.data, address, name: address.slice(0, 200) };
}

async function onlyDevice(scans: Scans): Promise<ScanDevice> {
  const { devices } = await scans.devices(AbortSignal.timeout(searchMs));
  const [device] = devices;
  if (device !== undefined && devices.length === 1) return device;
  const list = devices.map(({ name, address }) => `${address} (${name})`).join(', ');
  throw new AppError('INVALID_INPUT', {
    it: `Scegliere lo scanner con --device. ${list === '' ? 'Nessuno è stato trovato.' : `Trovati: ${list}.`}`,
    en: `Choose the scanner with --device. ${list === '' ? 'None was found.' : `Found: ${list}.`}`,
  });
}

const searchMs = 60_000;

function settingsOf(options: ScanOptions, before: ScanSettings): ScanSettings {
  const { source, sides, colour, resolution, paper } = options;
  const settings = scanSettingsSchema.safeParse({
    source: source ?? before.source,
    duplex: sides === undefined ? before.duplex && (source ?? before.source) === 'feeder' : sides === 'both',
    colour: colour ?? before.colour,
    resolutionDpi: resolution === undefined ? before.resolutionDpi : numberOf('--resolution', resolution),
    paper: paper ?? before.paper,
  });
  if (settings.success) return settings.data;
  throw invalid('--source, --colour, --resolution, --paper', [
    ...['feeder', 'flatbed', ...scanColourSchema.options, '50-1200', ...paperSizeSchema.options],
  ]);
}

function numberOf(option: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw invalid(option, ['1, 2, 3 …']);
  return number;
}

function invalid(option: string, allowed: readonly string[]): AppError {
  return new AppError('INVALID_INPUT', {
    it: `Valore non valido per ${option}. Ammessi: ${allowed.join(', ')}.`,
    en: `Not a valid value of ${option}. Allowed: ${allowed.join(', ')}.`,
  });
}

/** Resolves when the scanner gives no further page, telling each one that is safe. */
async function untilStopped({ changes }: Station, scans: Scans, batchId: string, output: Output): Promise<void> {
  let told = -1;
  await new Promise<void>((resolve) => {
    const look = (): void => {
      const { state, sheets, pages } = scans.view(batchId);
      if (pages !== told) output.notice(`${inLanguage(output, counted(sheets, pages))}\n`);
      told = pages;
      if (state === 'scanning' || state === 'held') return;
      unsubscribe();
      resolve();
    };
    const unsubscribe = changes.subscribe(batchId, look);
    look();
  });
}

function counted(sheets: number, pages: number) {
  return { it: `fogli ${sheets}, pagine ${pages}`, en: `sheets ${sheets}, pages ${pages}` };
}

function describe({ batchId, state, stop, sheets, pages, expectedSheets }: ScanView, output: Output): string {
  const lines = [`${batchId}  ${state}  ${inLanguage(output, counted(sheets, pages))}`];
  if (stop !== null && stop.code !== 'feeder-empty') lines.push(inLanguage(output, stop.message));
  if (expectedSheets !== null && expectedSheets !== sheets) {
    lines.push(
      inLanguage(output, {
        it: `Contati ${expectedSheets} fogli, arrivati ${sheets}: controllare la pila, poi --resume.`,
        en: `${expectedSheets} sheets were counted, ${sheets} came: check the pile, then --resume.`,
      }),
    );
  }
  return lines.join('\n');
}
