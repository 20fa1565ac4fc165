import { z } from 'zod';
import type { ScanColour, ScannerCapabilities, ScanStopCode } from '../../../../contract/capture.ts';
import { ScannerError } from '../scanner.ts';

const sizeSchema = z.tuple([z.int().nonnegative(), z.int().nonnegative()]);

const answerSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('devices'),
    devices: z.array(z.object({ address: z.string().min(1), name: z.string() })),
  }),
  z.object({
    kind: z.literal('device'),
    /** What can hold paper: 1 a feeder, 2 a glass, 4 both sides. */
    handling: z.int(),
    resolutions: z.array(z.int()),
    range: z.tuple([z.int(), z.int()]).nullable(),
    /** Largest sizes in thousandths of an inch. */
    bed: sizeSchema,
    sheet: sizeSchema,
  }),
  z.object({ kind: z.literal('page'), path: z.string() }),
  z.object({ kind: z.literal('failed'), code: z.string() }),
]);
export type WiaAnswer = z.infer<typeof answerSchema>;
export type WiaDevice = Extract<WiaAnswer, { kind: 'device' }>;

/** Error codes of WIA (wiadef.h). */
const stopCodes: Readonly<Record<string, ScanStopCode>> = {
  '80210002': 'jam',
  '80210003': 'feeder-empty',
  '80210004': 'jam',
  '80210005': 'unreachable',
  '80210006': 'busy',
  '80210007': 'busy',
  '80210008': 'device-failed',
  '8021000a': 'unreachable',
  '8021000d': 'busy',
  '80210015': 'unreachable',
  '80210016': 'cover-open',
  '80210020': 'double-feed',
  // Class not registered: this Windows has no image acquisition.
  '80040154': 'driver-missing',
};

/** Reads one line of the script. Throws a ScannerError for a failure it tells of, and for a line that is no answer. */
export function parseAnswer(line: string): Exclude<WiaAnswer, { kind: 'failed' }> {
  const parsed = answerSchema.safeParse(parseJson(line));
  if (!parsed.success) throw new ScannerError('device-failed', 'WIA gave no answer that can be read');
  const answer = parsed.data;
  if (answer.kind !== 'failed') return answer;
  throw new ScannerError(stopCodes[answer.code.toLowerCase()] ?? 'device-failed', `WIA failed with ${answer.code}`);
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

const usualResolutionsDpi = [75, 100, 150, 200, 240, 300, 400, 600, 1200];
const mmPerUnit = 25.4 / 1000;
export const handlingOf = { feeder: 1, flatbed: 2, duplex: 4 } as const;

export function presentWiaDevice({ handling, resolutions, range, bed, sheet }: WiaDevice): ScannerCapabilities {
  const inRange = (dpi: number) => range !== null && dpi >= range[0] && dpi <= range[1];
  const colours: ScanColour[] = ['colour', 'grey', 'black-white'];
  const common = {
    colours,
    resolutionsDpi: range === null ? resolutions.filter((dpi) => dpi > 0) : usualResolutionsDpi.filter(inRange),
  };
  const hasFeeder = (handling & handlingOf.feeder) !== 0;
  return {
    model: '',
    sources: [
      { source: 'flatbed' as const, duplex: false, size: bed, isThere: (handling & handlingOf.flatbed) !== 0 },
      { source: 'feeder' as const, duplex: false, size: sheet, isThere: hasFeeder },
      {
        source: 'feeder' as const,
        duplex: true,
        size: sheet,
        isThere: hasFeeder && (handling & handlingOf.duplex) !== 0,
      },
    ]
      .filter(({ isThere, size }) => isThere && size[0] > 0 && size[1] > 0)
      .map(({ source, duplex, size }) => ({
        ...{ source, duplex, ...common },
        ...{ maxWidthMm: size[0] * mmPerUnit, maxHeightMm: size[1] * mmPerUnit },
      })),
  };
}
