import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it, onTestFinished } from 'vitest';
import { finishPage } from '../../../station/capture/scanners/page/finish-page.ts';
import { withStatedHeight } from '../../fixtures/scanners/escl/pictures.ts';

async function fileWith(bytes: Buffer): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tabularium-page-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, 'page');
  await writeFile(path, bytes);
  return path;
}

/** Noise, so that cutting anywhere cuts something off. */
function noise(widthPx: number, heightPx: number) {
  return sharp({
    create: {
      width: widthPx,
      height: heightPx,
      channels: 3,
      background: '#fff',
      noise: { type: 'gaussian', mean: 120, sigma: 50 },
    },
  });
}

const jpegs = {
  'colour 4:2:0': () => noise(203, 157).jpeg({ chromaSubsampling: '4:2:0' }),
  'colour 4:4:4': () => noise(203, 157).jpeg({ chromaSubsampling: '4:4:4' }),
  grey: () => noise(203, 157).toColourspace('b-w').jpeg(),
  'with tables of its own': () => noise(203, 157).jpeg({ optimiseCoding: true }),
  progressive: () => noise(203, 157).jpeg({ progressive: true }),
};

describe('a page of a scanner', () => {
  it.each(Object.entries(jpegs))('that is a whole JPEG file (%s) is left as it is', async (_kind, draw) => {
    const jpeg = await draw().toBuffer();
    const path = await fileWith(jpeg);
    expect(await finishPage(path)).toEqual({
      ...{ path, format: 'jpeg', bytes: jpeg.length, widthPx: 203, heightPx: 157, statedHeightPx: null },
    });
    expect(await readFile(path)).toEqual(jpeg);
  });

  it.each(Object.entries(jpegs))('that ends early (JPEG, %s) is refused wherever it was cut', async (_kind, draw) => {
    const jpeg = await draw().toBuffer();
    const path = await fileWith(jpeg);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: jpeg.length - 1 }), async (bytes) => {
        await writeFile(path, jpeg.subarray(0, bytes));
        await expect(finishPage(path)).rejects.toMatchObject({ code: 'broken-page' });
      }),
      { numRuns: 60 },
    );
  });

  it('that ends early and has an end marker all the same is refused unless whole rows are there', async () => {
    const jpeg = await jpegs.grey().toBuffer();
    const path = await fileWith(jpeg);
    let refused = 0;
    for (let part = 40; part < 100; part += 3) {
      const cut = jpeg.subarray(0, Math.floor((jpeg.length * part) / 100));
      await writeFile(path, Buffer.concat([cut, Buffer.from([0xff, 0xd9])]));
      await finishPage(path).then(
        ({ statedHeightPx }) => expect(statedHeightPx).toBe(157),
        (error: unknown) => {
          expect(error).toMatchObject({ code: 'broken-page' });
          refused += 1;
        },
      );
    }
    expect(refused).toBeGreaterThan(15);
  });

  it.each([0, 90, 400])('whose header says %i rows instead of 157 gets the height of its data', async (stated) => {
    const jpeg = await jpegs['colour 4:4:4']().toBuffer();
    const path = await fileWith(withStatedHeight(jpeg, stated));
    const { heightPx, statedHeightPx } = await finishPage(path);
    expect([heightPx, statedHeightPx]).toEqual([160, stated]);
    expect(await readFile(path)).toEqual(withStatedHeight(jpeg, 160));
    const { info } = await sharp(await readFile(path), { failOn: 'warning' })
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(info.height).toBe(160);
  });

  it.each(['png', 'tiff'] as const)('that is a %s file must be whole', async (format) => {
    const file = await noise(203, 157).toFormat(format).toBuffer();
    const path = await fileWith(file);
    expect(await finishPage(path)).toMatchObject({ format, widthPx: 203, heightPx: 157, bytes: file.length });
    for (const part of [0.3, 0.6, 0.99]) {
      await writeFile(path, file.subarray(0, Math.floor(file.length * part)));
      await expect(finishPage(path)).rejects.toMatchObject({ code: 'broken-page' });
    }
  });

  it('that is no picture is refused', async () => {
    for (const text of ['', '<html>busy</html>', '%PDF-1.7']) {
      await expect(finishPage(await fileWith(Buffer.from(text)))).rejects.toMatchObject({ code: 'broken-page' });
    }
  });
});
