import sharp from 'sharp';
import type { Identification } from '../../ocr/identify/identify.ts';
import type { Zone } from '../../ocr/model/form.ts';
import { applyAffine, type Point } from '../../ocr/model/geometry.ts';
import type { GreyImage, PreparedPage } from '../../ocr/model/page.ts';
import { seenThrough } from '../../ocr/read/ink/zone-view.ts';

type Aligned = Extract<Identification, { kind: 'aligned' }>;

const widthPx = 760;
const strokePx = 2;

/** Draws a page as it was captured, askew as it lies, with the zones where registration puts them. */
export async function drawPage(captured: GreyImage, page: PreparedPage, found: Aligned, path: string): Promise<void> {
  const scale = widthPx / captured.widthPx;
  const heightPx = Math.round(captured.heightPx * scale);
  const zones = found.layout.pages[found.layoutPage]?.zones ?? [];
  const shapes = zones.map((zone) => outlineOf(zone, page, found, scale)).join('');
  const overlay = `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}">${shapes}</svg>`;
  await sharp(captured.data, { raw: { width: captured.widthPx, height: captured.heightPx, channels: 1 } })
    .resize(widthPx, heightPx)
    .toColourspace('srgb')
    .composite([{ input: Buffer.from(overlay) }])
    .png({ palette: true, colours: 32 })
    .toFile(path);
}

const colours: Readonly<Record<Zone['kind'], string>> = {
  text: '#0b62a4',
  comb: '#8a3ffc',
  date: '#8a3ffc',
  mark: '#b45309',
  signature: '#157f3b',
  barcode: '#157f3b',
};

function outlineOf(zone: Zone, page: PreparedPage, { warp }: Aligned, scale: number): string {
  const seen = seenThrough(warp, zone.rectMm);
  const { x, y, width, height } = zone.rectMm;
  const corners: Point[] = [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
  const points = corners
    .map((corner) => applyAffine(page.toCaptured, seen(corner)))
    .map((place) => `${(place.x * scale).toFixed(1)},${(place.y * scale).toFixed(1)}`);
  return `<polygon points="${points.join(' ')}" fill="none" stroke="${colours[zone.kind]}" stroke-width="${strokePx}"/>`;
}
