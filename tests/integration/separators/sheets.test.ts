import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CapturedPage, GreyImage } from '../../../ocr/model/page.ts';
import { sheetText } from '../../../ocr/model/separator.ts';
import { decodePage } from '../../../ocr/prepare/decode.ts';
import { inspectSource } from '../../../ocr/prepare/inspect.ts';
import { type BarcodeReader, createBarcodeReader } from '../../../ocr/read/barcodes/reader.ts';
import { findSeparator } from '../../../ocr/read/separators/find-separator.ts';
import { findPatchCode } from '../../../ocr/read/separators/patch-code.ts';
import { readPage } from '../../../ocr/worker/read-page.ts';
import { createReadingTools } from '../../../ocr/worker/tools.ts';
import { AppError } from '../../../station/app-error.ts';
import { separatorsCommand } from '../../../station/cli/separators.ts';
import { separatorSheets } from '../../../station/separators/separator-sheets.ts';
import { temporaryFolder } from '../station/support/test-station.ts';
import { type Damage, degrade } from './degrade.ts';

const reference = '2026/IV-3/112 Perché';
const text = sheetText({ profileId: 'general', reference });

async function printed(index = 0, bothSides = false): Promise<CapturedPage> {
  const path = join(await temporaryFolder(), 'sheets.pdf');
  await writeFile(path, await separatorSheets({ profileId: 'general', references: [reference], copies: 1, bothSides }));
  return await decodePage(path, 'sheets.pdf', index);
}

const scans: readonly (readonly [string, Damage])[] = [
  ['as printed', { dpi: 300 }],
  ['at 150 dpi in grey', { dpi: 150 }],
  ['upside down', { dpi: 200, turnDeg: 180 }],
  ['on its side', { dpi: 200, turnDeg: 90 }],
  ['askew by 4 degrees', { dpi: 150, turnDeg: 4 }],
  ['askew the other way and upside down', { dpi: 200, turnDeg: 177 }],
  ['with noise and blur', { dpi: 150, noise: 25, blurPx: 1.2 }],
  ['pale on grey paper', { dpi: 200, ink: 110, paper: 205, noise: 8 }],
  ['printed smaller', { dpi: 150, scale: 0.93, turnDeg: 1 }],
  ['badly in every way', { dpi: 150, turnDeg: 182, noise: 18, blurPx: 1, ink: 70, paper: 225, scale: 0.95 }],
];

describe('a separator sheet', () => {
  let read: BarcodeReader;
  beforeAll(async () => {
    read = await createBarcodeReader();
  });

  it.each(scans)('is read when it is scanned %s', async (_, damage) => {
    const found = await findSeparator(await degrade(await printed(), damage), read);
    expect(found?.finding.sheet).toBe(text);
    expect(found?.finding.patch).toMatch(/^[T3]$/);
  });

  it('tells which way up it lies', async () => {
    const page = await printed();
    const turns: (number | undefined)[] = [];
    for (const turnDeg of [0, 90, 180, 270])
      turns.push((await findSeparator(await degrade(page, { dpi: 150, turnDeg }), read))?.turnDeg);
    expect(turns).toEqual([0, 270, 180, 90]);
  });

  it('is the same on its back, where both sides are printed', async () => {
    expect((await findSeparator(await printed(1, true), read))?.finding.sheet).toBe(text);
  });

  it('whose codes are spoilt is still seen to be one by its patch code', async () => {
    const page = await degrade(await printed(), { dpi: 150, turnDeg: 1 });
    const found = await findSeparator({ ...page, image: smeared(page.image, 0.18, 0.82) }, read);
    expect(found?.finding).toEqual({ sheet: null, patch: expect.stringMatching(/^[T3]$/) });
  });

  it('is read by the page worker upside down, and nothing more of it', async () => {
    const { image, dpi } = await degrade(await printed(), { dpi: 150, turnDeg: 181, noise: 10 });
    const path = join(await temporaryFolder(), 'scan.png');
    await sharp(image.data, { raw: { width: image.widthPx, height: image.heightPx, channels: 1 } })
      .withMetadata({ density: dpi ?? 150 })
      .png()
      .toFile(path);
    const settings = { language: 'ita', mode: 'auto', separators: 'sheets' } as const;
    const request = { kind: 'read', path, name: 'scan.png', index: 0, forms: [], settings } as const;
    const reading = await readPage({ ...request, forms: [] }, createReadingTools());
    expect(reading).toMatchObject({ separator: { sheet: text }, words: [], preparation: { rotationDeg: 180 } });
  });

  it('has a patch code at either end, of which one will do', async () => {
    const page = await degrade(await printed(), { dpi: 150 });
    expect(await findPatchCode({ ...page, image: smeared(page.image, 0.5, 1) })).toBe('T');
    expect(await findPatchCode({ ...page, image: smeared(page.image, 0, 0.5) })).toBe('3');
  });
});

/** A copy with grey over a part of its height. */
function smeared({ data, widthPx, heightPx }: GreyImage, from: number, to: number): GreyImage {
  const copy = Uint8Array.from(data);
  copy.fill(140, Math.floor(from * heightPx) * widthPx, Math.floor(to * heightPx) * widthPx);
  return { data: copy, widthPx, heightPx };
}

describe('tabularium separators', () => {
  const output = () => {
    const results: string[] = [];
    const show = (line: string) => void results.push(line);
    return { results, result: show, notice: show, isTerminal: false, language: 'en' } as const;
  };

  it('writes as many sheets as were asked for', async () => {
    const out = join(await temporaryFolder(), 'sheets.pdf');
    const printer = output();
    const wish = { profile: 'general', reference: ['A/1', 'A/2'], count: '2', bothSides: true, out, json: true };
    expect(await separatorsCommand(wish, printer)).toBe(0);
    expect(printer.results).toEqual([JSON.stringify({ out, sheets: 4 })]);
    expect(await inspectSource(out, 'sheets.pdf')).toHaveLength(8);
  });

  it.each([
    { count: '0', reference: [] },
    { count: 'molti', reference: [] },
    { count: '1', reference: ['riga\nnuova'] },
    { count: '200', reference: ['a', 'b', 'c', 'd', 'e', 'f'] },
  ])('refuses %j', async (wish) => {
    const out = join(await temporaryFolder(), 'sheets.pdf');
    await expect(separatorsCommand({ profile: 'general', out, ...wish }, output())).rejects.toThrow(AppError);
  });
});

describe('a page without a separator', () => {
  it.each([
    ['with thick rules', 6, [6, 6, 6, 6]],
    ['with even bars', 12, [12, 12, 12, 12]],
    ['with bars too far apart', 40, [12, 30, 12, 30]],
  ])('%s holds no patch code', async (_, gapPx, bars) => {
    const image = { data: new Uint8Array(1240 * 1754).fill(255), widthPx: 1240, heightPx: 1754 };
    let top = 200;
    for (const heightPx of bars) {
      for (let y = top; y < top + heightPx; y += 1) image.data.fill(0, y * 1240 + 150, y * 1240 + 1090);
      top += heightPx + gapPx;
    }
    expect(await findPatchCode({ image, dpi: 150 })).toBeNull();
  });
});
