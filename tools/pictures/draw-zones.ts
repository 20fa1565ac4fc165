import sharp, { type OverlayOptions } from 'sharp';
import type { Identification } from '../../ocr/identify/identify.ts';
import type { Zone } from '../../ocr/model/form.ts';
import type { GreyImage, PreparedPage } from '../../ocr/model/page.ts';
import { cutRegion } from '../../ocr/read/ink/form-view.ts';
import { findZoneInk, writingImage } from '../../ocr/read/ink/zone-ink.ts';
import { viewZone } from '../../ocr/read/ink/zone-view.ts';

type Aligned = Extract<Identification, { kind: 'aligned' }>;

const marginMm = 1;
const gapPx = 16;
const columnPx = 450;
const mostHeightPx = 90;

/** Draws zones a row each: on the left as they were scanned, on the right the writing alone, as the readers see it. */
export async function drawZones(page: PreparedPage, found: Aligned, path: string): Promise<void> {
  const rows = chooseZones(found).flatMap((zone) => {
    const view = viewZone(page, found.warp, found.reference, zone.rectMm);
    const ink = findZoneInk(view, zone.rectMm, marginMm);
    return ink === null ? [] : [[cutRegion(view.page.image, ink.region), writingImage(ink)] as const];
  });
  const overlays: OverlayOptions[] = [];
  let top = gapPx;
  for (const row of rows) {
    const [scanned, writing] = await Promise.all(row.map(fitted));
    if (scanned === undefined || writing === undefined) continue;
    overlays.push({ ...scanned, left: gapPx, top }, { ...writing, left: columnPx + 2 * gapPx, top });
    top += scanned.heightPx + gapPx;
  }
  await sharp({ create: { width: 2 * columnPx + 3 * gapPx, height: top, channels: 3, background: '#d8dee6' } })
    .composite(overlays)
    .png({ palette: true, colours: 32 })
    .toFile(path);
}

/** How many zones of a kind are shown, the first ones. */
const shown: readonly (readonly [Zone['kind'], number])[] = [
  ['text', 2],
  ['comb', 2],
  ['date', 1],
];

function chooseZones({ layout, layoutPage }: Aligned): Zone[] {
  const zones = layout.pages[layoutPage]?.zones ?? [];
  return shown.flatMap(([kind, count]) => zones.filter((zone) => zone.kind === kind).slice(0, count));
}

async function fitted({ data, widthPx, heightPx }: GreyImage): Promise<{ input: Buffer; heightPx: number }> {
  const { data: input, info } = await sharp(data, { raw: { width: widthPx, height: heightPx, channels: 1 } })
    .resize(columnPx, mostHeightPx, { fit: 'inside', withoutEnlargement: true })
    .png()
    .toBuffer({ resolveWithObject: true });
  return { input, heightPx: info.height };
}
