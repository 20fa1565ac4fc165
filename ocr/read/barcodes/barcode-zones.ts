import type { Barcode } from '../../model/barcode.ts';
import type { Zone } from '../../model/form.ts';
import { type Box, boxOfRect, mapBox } from '../../model/geometry.ts';
import type { GreyImage } from '../../model/page.ts';
import type { ZoneReading } from '../../model/reading.ts';
import { localAffine, type Warp } from '../../model/warp.ts';
import { cutRegion, regionAround } from '../ink/form-view.ts';
import type { BarcodeReader } from './reader.ts';

type BarcodeReading = Extract<ZoneReading, { kind: 'barcode' }>;

/** Codes are stuck on and stamped in askew, and need white paper around them. */
const marginMm = 4;
/** A zone with less ink than this holds no code; one with more and no reading holds one that cannot be read. */
const leastInkShare = 0.04;
const inkLevel = 128;

/**
 * Reads the barcode zones of a page from the pixels as they were captured: what cleans a page for letters can close the
 * gaps of a code. `warp` takes millimetres of the layout page to pixels of the captured page.
 */
export async function readBarcodeZones(
  captured: GreyImage,
  warp: Warp,
  zones: readonly Zone[],
  read: BarcodeReader,
): Promise<BarcodeReading[]> {
  const readings: BarcodeReading[] = [];
  for (const zone of zones) {
    if (zone.kind === 'barcode') readings.push(await readBarcodeZone(captured, warp, zone, read));
  }
  return readings;
}

async function readBarcodeZone(
  captured: GreyImage,
  warp: Warp,
  zone: Zone,
  read: BarcodeReader,
): Promise<BarcodeReading> {
  const toCaptured = localAffine(warp, zone.rectMm);
  const [x0, y0, x1, y1] = mapBox(toCaptured, boxOfRect(zone.rectMm));
  const box: Box = [Math.round(x0), Math.round(y0), Math.round(x1), Math.round(y1)];
  const pxPerMm = Math.hypot(toCaptured[0], toCaptured[1]);
  const region = regionAround(captured, box, Math.round(marginMm * pxPerMm));
  const nothing = { kind: 'barcode', zone: zone.id, code: null, box } as const;
  if (region === null) return { ...nothing, inked: false };
  const image = cutRegion(captured, region);
  const [code] = await read(image, 'thorough');
  if (code === undefined) return { ...nothing, inked: inkShare(image) >= leastInkShare };
  return { kind: 'barcode', zone: zone.id, ...placed(code, region.left, region.top), inked: true };
}

function placed({ format, text, box: [x0, y0, x1, y1] }: Barcode, left: number, top: number) {
  const box: Box = [x0 + left, y0 + top, x1 + left, y1 + top];
  return { code: { format, text }, box };
}

function inkShare({ data }: GreyImage): number {
  let count = 0;
  for (const value of data) if (value < inkLevel) count += 1;
  return count / data.length;
}
