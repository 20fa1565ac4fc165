import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer';
import type { Zone } from '../../../ocr/model/form.ts';
import type { GreyImage } from '../../../ocr/model/page.ts';
import { flatWarp } from '../../../ocr/model/warp.ts';
import { readBarcodeZones } from '../../../ocr/read/barcodes/barcode-zones.ts';
import { findPageCodes } from '../../../ocr/read/barcodes/page-codes.ts';
import { type BarcodeReader, createBarcodeReader } from '../../../ocr/read/barcodes/reader.ts';

let reader: BarcodeReader;
beforeAll(async () => {
  const wasm = readFileSync(fileURLToPath(import.meta.resolve('zxing-wasm/writer/zxing_writer.wasm')));
  const wasmBinary = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength);
  prepareZXingModule({ overrides: { wasmBinary } });
  reader = await createBarcodeReader();
});

/** An A4 page at 300 dpi with a code at a place in millimetres, half a millimetre a module of QR, turned clockwise. */
async function pageWith(format: 'QRCode' | 'Code128', text: string, xMm: number, yMm: number, turnDeg = 0) {
  const { image } = await writeBarcode(text, { format, scale: format === 'QRCode' ? 6 : 3 });
  if (image === null) throw new Error('the code was not drawn');
  const code = await sharp(Buffer.from(await image.arrayBuffer()))
    .rotate(turnDeg, { background: '#ffffff' })
    .toBuffer();
  return greyOf(
    sharp({ create: { width: 2480, height: 3508, channels: 3, background: '#ffffff' } }).composite([
      { input: code, left: Math.round(xMm * pxPerMm), top: Math.round(yMm * pxPerMm) },
    ]),
  );
}

const pxPerMm = 300 / 25.4;

async function greyOf(image: Sharp): Promise<GreyImage> {
  const { data, info } = await image.toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  return { data, widthPx: info.width, heightPx: info.height };
}

const zoneAt = (x: number, y: number): Zone => ({
  id: 'code',
  field: '/code',
  kind: 'barcode',
  rectMm: { x, y, width: 60, height: 40 },
});
const readZone = (image: GreyImage, zone: Zone) =>
  readBarcodeZones(image, flatWarp([pxPerMm, 0, 0, pxPerMm, 0, 0]), [zone], reader);

describe('codes on a whole page', () => {
  it.each([0, 90, 180])(
    'are found at 150 dpi when turned by %s degrees, placed on the captured page',
    async (turnDeg) => {
      const page = await pageWith('QRCode', 'LOTTO-17', 100, 150, turnDeg);
      const codes = await findPageCodes({ image: page, dpi: 300 }, reader);
      expect(codes).toMatchObject([{ format: 'QRCode', text: 'LOTTO-17' }]);
      const [x0, y0] = codes[0]?.box ?? [0, 0];
      expect(x0 / pxPerMm).toBeGreaterThan(99);
      expect(y0 / pxPerMm).toBeGreaterThan(149);
      expect(y0 / pxPerMm).toBeLessThan(158);
    },
  );

  it('are none on an empty page', async () => {
    const blank = await greyOf(sharp({ create: { width: 2480, height: 3508, channels: 3, background: '#fff' } }));
    expect(await findPageCodes({ image: blank, dpi: 300 }, reader)).toEqual([]);
  });
});

describe('a barcode zone', () => {
  it('gives the text of the code that stands in it', async () => {
    const page = await pageWith('Code128', 'PG/2026/004711', 30, 40);
    expect(await readZone(page, zoneAt(25, 35))).toMatchObject([
      { kind: 'barcode', zone: 'code', code: { format: 'Code128', text: 'PG/2026/004711' }, inked: true },
    ]);
  });

  it('says of a code that it cannot read that there is ink', async () => {
    const page = await pageWith('QRCode', 'PG/2026/004711', 30, 40);
    // Half of the code is covered.
    for (let y = 0; y < page.heightPx; y += 1) page.data.fill(0, y * page.widthPx + 450, y * page.widthPx + 700);
    expect(await readZone(page, zoneAt(25, 35))).toMatchObject([{ code: null, inked: true }]);
  });

  it('is empty where there is nothing', async () => {
    const page = await pageWith('QRCode', 'PG/2026/004711', 30, 40);
    expect(await readZone(page, zoneAt(120, 200))).toMatchObject([{ code: null, inked: false }]);
  });
});
