import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PageError } from '../../../ocr/model/failure.ts';
import { decodePage } from '../../../ocr/prepare/decode.ts';
import { inspectSource } from '../../../ocr/prepare/inspect.ts';
import { renderPage } from '../../../ocr/prepare/render.ts';
import { writePdf } from '../../fixtures/prepare/pdf-file.ts';
import { writeTiff } from '../../fixtures/prepare/tiff-file.ts';

let folder = '';
let count = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'decode-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function save(bytes: Uint8Array, name = 'page'): Promise<string> {
  count += 1;
  const path = join(folder, `${count}-${name}`);
  await writeFile(path, bytes);
  return path;
}

/** Left half black, right half white. */
function halves(widthPx: number, heightPx: number) {
  const data = Buffer.from(
    Array.from({ length: widthPx * heightPx }, (_, index) => (index % widthPx < widthPx / 2 ? 0 : 255)),
  );
  return sharp(data, { raw: { width: widthPx, height: heightPx, channels: 1 } });
}

async function firstPage(bytes: Uint8Array, name?: string) {
  const path = await save(bytes, name);
  const [info] = await inspectSource(path, 'page');
  const { image, dpi } = await decodePage(path, 'page', 0);
  expect(info).toEqual({ index: 0, widthPx: image.widthPx, heightPx: image.heightPx, dpi });
  expect(image.data).toHaveLength(image.widthPx * image.heightPx);
  return { ...image, dpi, at: (x: number, y: number) => image.data[y * image.widthPx + x] };
}

describe('a page is read from', () => {
  test.each([
    ['PNG', () => halves(60, 40).png().toBuffer()],
    ['JPEG', () => halves(60, 40).jpeg({ quality: 95 }).toBuffer()],
    ['progressive JPEG', () => halves(60, 40).jpeg({ progressive: true, quality: 95 }).toBuffer()],
    ['WebP', () => halves(60, 40).webp({ lossless: true }).toBuffer()],
    [
      'TIFF with CCITT group 4',
      () => halves(60, 40).toColourspace('b-w').tiff({ compression: 'ccittfax4', bitdepth: 1 }).toBuffer(),
    ],
    ['TIFF with LZW', () => halves(60, 40).tiff({ compression: 'lzw' }).toBuffer()],
    ['TIFF with JPEG', () => halves(60, 40).tiff({ compression: 'jpeg', quality: 95 }).toBuffer()],
    [
      'tiled TIFF with deflate',
      () => halves(60, 40).tiff({ compression: 'deflate', tile: true, tileWidth: 16, tileHeight: 16 }).toBuffer(),
    ],
    ['TIFF of 16 bits', () => halves(60, 40).toColourspace('grey16').tiff({ compression: 'none' }).toBuffer()],
    ['TIFF in CMYK', () => halves(60, 40).toColourspace('cmyk').tiff({ compression: 'none' }).toBuffer()],
    ['BigTIFF', () => halves(60, 40).tiff({ compression: 'lzw', bigtiff: true }).toBuffer()],
  ])('%s', async (_name, write) => {
    const page = await firstPage(await write());
    expect([page.widthPx, page.heightPx]).toEqual([60, 40]);
    expect(page.at(10, 20)).toBeLessThan(50);
    expect(page.at(50, 20)).toBeGreaterThan(240);
  });

  test('whatever the name says', async () => {
    expect(await firstPage(await halves(60, 40).png().toBuffer(), 'modulo.pdf')).toMatchObject({ widthPx: 60 });
  });

  test('a JPEG taken sideways, upright as its EXIF says', async () => {
    const page = await firstPage(
      await halves(60, 40).withMetadata({ orientation: 6, density: 200 }).jpeg({ quality: 95 }).toBuffer(),
    );
    expect([page.widthPx, page.heightPx, page.dpi]).toEqual([40, 60, 200]);
    expect(page.at(20, 10)).toBeLessThan(50);
    expect(page.at(20, 50)).toBeGreaterThan(200);
  });

  test('transparency as white paper', async () => {
    const clear = { create: { width: 8, height: 8, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } } as const;
    expect((await firstPage(await sharp(clear).png().toBuffer())).at(4, 4)).toBe(255);
  });

  test('a facsimile with square pixels', async () => {
    const page = await firstPage(writeTiff([{ widthPx: 170, heightPx: 110, dpiX: 204, dpiY: 98 }]));
    expect(page).toMatchObject({ widthPx: 170, heightPx: 229, dpi: 204 });
  });
});

describe('the pages of', () => {
  test.each(['little', 'big'] as const)(
    'a TIFF (%s endian) are its full images, in order, each turned as it says',
    async (endian) => {
      const pages = [
        { widthPx: 30, heightPx: 40, level: 10 },
        { widthPx: 6, heightPx: 8, level: 20, reduced: true },
        { widthPx: 50, heightPx: 20, level: 30, orientation: 6 },
      ];
      const path = await save(writeTiff(pages, { endian }));
      expect(await inspectSource(path, 'page')).toEqual([
        { index: 0, widthPx: 30, heightPx: 40, dpi: 300 },
        { index: 1, widthPx: 20, heightPx: 50, dpi: 300 },
      ]);
      const second = await decodePage(path, 'page', 1);
      expect([second.image.widthPx, second.image.heightPx, second.image.data[0]]).toEqual([20, 50, 30]);
    },
  );

  test('a PDF are drawn at their scan’s own pixels, or at 300 dpi', async () => {
    const scan = { widthPx: 829, heightPx: 1169 };
    const pages = [
      { widthPt: 595, heightPt: 842, scan },
      { widthPt: 595, heightPt: 842, scan, rotate: 90 as const },
      { widthPt: 288, heightPt: 216 },
    ];
    const path = await save(await writePdf(pages));
    const infos = await inspectSource(path, 'page');
    expect(infos.map(({ widthPx, heightPx }) => [widthPx, heightPx])).toEqual([
      [829, 1169],
      [1169, 829],
      [1200, 900],
    ]);
    const drawn = await decodePage(path, 'page', 2);
    expect(drawn.dpi).toBe(300);
    expect([drawn.image.data[450 * 1200 + 450], drawn.image.data[10]]).toEqual([0, 255]);
  });

  test('a PDF too large for full resolution are drawn at a lower one', async () => {
    const [page] = await inspectSource(await save(await writePdf([{ widthPt: 2384, heightPt: 3370 }])), 'page');
    expect((page?.widthPx ?? 0) * (page?.heightPx ?? 0)).toBeLessThan(50_100_000);
    expect(page?.dpi).toBeGreaterThan(150);
  });
});

describe('what cannot be read is refused', () => {
  const refusal = async (bytes: Uint8Array): Promise<string> => {
    const path = await save(bytes);
    try {
      const pages = await inspectSource(path, 'page');
      for (const { index } of pages) await decodePage(path, 'page', index);
      return 'read';
    } catch (failure) {
      if (!(failure instanceof PageError)) throw failure;
      return `${failure.code}: ${failure.message}`;
    }
  };

  test('no bytes', async () => expect(await refusal(Buffer.alloc(0))).toBe('empty-file: the file has 0 bytes'));

  test('another kind of file', async () => {
    expect(await refusal(Buffer.from('<html>'))).toMatch(
      /^unsupported-format: no PNG, JPEG, TIFF, WebP or PDF signature/,
    );
  });

  test('a missing file', async () => {
    await expect(inspectSource(join(folder, 'absent.pdf'), 'absent.pdf')).rejects.toMatchObject({
      code: 'unreadable-file',
      message: 'the file cannot be read: ENOENT',
    });
  });

  test.each([
    ['JPEG', () => halves(900, 900).jpeg().toBuffer()],
    ['PNG', () => halves(900, 900).png({ compressionLevel: 1 }).toBuffer()],
    ['WebP', () => halves(900, 900).webp({ lossless: true }).toBuffer()],
    ['TIFF', () => halves(900, 900).tiff({ compression: 'lzw' }).toBuffer()],
  ])('a %s that ends early, rather than read in part', async (_name, write) => {
    const bytes = await write();
    for (const share of [0.3, 0.7, 0.97]) {
      expect(await refusal(bytes.subarray(0, Math.floor(bytes.length * share)))).toMatch(/^damaged-file: /);
    }
  });

  test('a TIFF whose directories form a loop or lead out of the file', async () => {
    const page = { widthPx: 10, heightPx: 10 };
    expect(await refusal(writeTiff([page, page], { lastNext: 'first' }))).toMatch(/loop/);
    expect(await refusal(writeTiff([page, page], { lastNext: 'beyond' }))).toMatch(
      /^damaged-file: the file ends after \d+ bytes/,
    );
  });

  test('a TIFF of an odd number of bits', async () => {
    const bytes = writeTiff([{ widthPx: 10, heightPx: 10, bitsPerSample: 12 }]);
    expect(await refusal(bytes)).toBe('unsupported-format: TIFF with 12 bits per sample');
  });

  test('a picture that claims more pixels than fit', async () => {
    const bytes = writeTiff([{ widthPx: 10, heightPx: 10 }]);
    bytes.writeUInt32LE(60_000, 8 + 2 + 12 + 8);
    bytes.writeUInt32LE(60_000, 8 + 2 + 24 + 8);
    expect(await refusal(bytes)).toMatch(/^page-too-large: 60000 x 60000 pixels/);
  });

  test('a page of a PDF of several metres', async () => {
    expect(await refusal(await writePdf([{ widthPt: 14400, heightPt: 144000 }]))).toMatch(
      /^page-too-large: the page measures 200 x/,
    );
  });

  test('a PDF that asks for a password', async () => {
    const key = '00'.repeat(32);
    const dictionary = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -4 >> /ID [<00> <00>]`;
    expect(await refusal(await writePdf([{ widthPt: 100, heightPt: 100 }], dictionary))).toBe(
      'encrypted-file: the PDF asks for a password',
    );
  });

  test('a PDF without pages, and one that is only a header', async () => {
    expect(await refusal(await writePdf([]))).toMatch(/^(no-pages|damaged-file): /);
    expect(await refusal(Buffer.from('%PDF-1.7\n'))).toBe('damaged-file: no PDF structure can be found in the file');
  });

  test('whatever bytes of a good file are spoilt: it is read or refused, never worse', async () => {
    const good = [
      await halves(90, 60).jpeg().toBuffer(),
      await halves(90, 60).png().toBuffer(),
      await halves(90, 60).webp().toBuffer(),
      await halves(90, 60).toColourspace('b-w').tiff({ compression: 'ccittfax4', bitdepth: 1 }).toBuffer(),
      writeTiff([
        { widthPx: 10, heightPx: 10 },
        { widthPx: 12, heightPx: 9 },
      ]),
      await writePdf([{ widthPt: 100, heightPt: 50 }]),
    ];
    const spoilt = fc.record({
      bytes: fc.constantFrom(...good),
      changes: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 6 }),
    });
    await fc.assert(
      fc.asyncProperty(spoilt, async ({ bytes, changes }) => {
        const copy = Buffer.from(bytes);
        for (const [position, value] of changes) copy[position % copy.length] = value;
        expect(await refusal(copy)).toMatch(
          /^(read|(damaged-file|unsupported-format|page-too-large|encrypted-file|no-pages|out-of-memory): .+)$/s,
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('a page is drawn for a person', () => {
  test.each(['jpg', 'png', 'webp'])('as .%s, upright, in colour, no larger than asked', async (extension) => {
    const source = await save(await writePdf([{ widthPt: 595, heightPt: 842, scan: { widthPx: 413, heightPx: 585 } }]));
    const target = join(folder, `view.${extension}`);
    expect(await renderPage(source, 'page', 0, { rotationDeg: 90, maxSidePx: 200, target })).toEqual({
      widthPx: 200,
      heightPx: 141,
    });
    const { format, width, height } = await sharp(target).metadata();
    expect({ format, width, height }).toEqual({
      format: extension === 'jpg' ? 'jpeg' : extension,
      width: 200,
      height: 141,
    });
    const [red, green] = (await sharp(target).stats()).channels;
    expect((red?.mean ?? 0) - (green?.mean ?? 0)).toBeGreaterThan(90);
  });

  test('with all its pixels where no size is asked', async () => {
    const source = await save(await halves(700, 500).png().toBuffer());
    const target = join(folder, 'whole.png');
    expect(await renderPage(source, 'page', 0, { rotationDeg: 0, maxSidePx: null, target })).toEqual({
      widthPx: 700,
      heightPx: 500,
    });
    expect(await renderPage(source, 'page', 0, { rotationDeg: 0, maxSidePx: 9000, target })).toEqual({
      widthPx: 700,
      heightPx: 500,
    });
  });

  test('or leaves nothing behind', async () => {
    const bytes = await halves(900, 900).jpeg().toBuffer();
    const source = await save(bytes.subarray(0, bytes.length / 2));
    const before = await readdir(folder);
    await expect(
      renderPage(source, 'page', 0, { rotationDeg: 0, maxSidePx: 100, target: join(folder, 'x.png') }),
    ).rejects.toThrow(PageError);
    expect(await readdir(folder)).toEqual(before);
  });
});
