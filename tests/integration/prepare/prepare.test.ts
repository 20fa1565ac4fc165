import fc from 'fast-check';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { applyAffine } from '../../../ocr/model/geometry.ts';
import type { GreyImage } from '../../../ocr/model/page.ts';
import { decodeSource } from '../../../ocr/prepare/decode.ts';
import { createKernel } from '../../../ocr/prepare/kernel/kernel.ts';
import { preparePage } from '../../../ocr/prepare/prepare.ts';
import { addNoise, CAPITAL_LINES, drawTextPage, ITALIAN_LINES } from '../../fixtures/prepare/text-page.ts';

const kernel = createKernel();
const quarterTurns = [0, 90, 180, 270] as const;

function turned(image: GreyImage, clockwiseDeg: 0 | 90 | 180 | 270): GreyImage {
  const quarters = { 0: null, 90: 1, 180: 2, 270: 3 } as const;
  const count = quarters[clockwiseDeg];
  return count === null ? image : kernel.scope(() => kernel.read(kernel.turn(kernel.load(image), count)));
}

describe('skew', () => {
  test.each([-15, -7.3, -2, -0.6, -0.1, 0, 0.25, 1, 3.4, 9, 16])(
    'of %s degrees is found within 0.1',
    async (turnedDeg) => {
      const page = preparePage({ image: addNoise(await drawTextPage({ turnedDeg }), 8, 0.2), dpi: 200 }, { kernel });
      expect(Math.abs(page.skewDeg - turnedDeg)).toBeLessThan(0.1);
      expect(page.rotationDeg).toBe(0);
    },
  );

  test('is taken out and recorded with the other steps', async () => {
    const image = addNoise(await drawTextPage({ turnedDeg: 2, dpi: 300 }), 8);
    const page = preparePage({ image, dpi: 300 }, { kernel });
    expect(page.steps.map(({ kind }) => kind)).toEqual(['divide-background', 'deskew', 'median', 'stretch-contrast']);
    expect(page.steps).toContainEqual({ kind: 'deskew', clockwiseDeg: -page.skewDeg });
    const again = preparePage({ image: page.image, dpi: page.dpi }, { kernel });
    expect(Math.abs(again.skewDeg)).toBeLessThan(0.05);
  });
});

describe('orientation', () => {
  let pages: { name: string; image: GreyImage }[] = [];

  beforeAll(async () => {
    pages = [
      { name: 'small letters', image: addNoise(await drawTextPage({ lines: ITALIAN_LINES, turnedDeg: 1 }), 8) },
      { name: 'capitals', image: addNoise(await drawTextPage({ lines: CAPITAL_LINES, turnedDeg: -0.7 }), 8) },
    ];
  });

  test.each(quarterTurns)('of pages turned by %s degrees is found', (clockwiseDeg) => {
    for (const { name, image } of pages) {
      const page = preparePage({ image: turned(image, clockwiseDeg), dpi: 200 }, { kernel });
      expect({ name, turn: page.rotationDeg }).toEqual({ name, turn: (360 - clockwiseDeg) % 360 });
      expect(page.orientationConfidence).toBeGreaterThan(0.1);
    }
  });

  test('is taken as given, without a confidence of its own', () => {
    const [page] = pages;
    if (page === undefined) throw new Error('no page was drawn');
    const prepared = preparePage({ image: page.image, dpi: 200 }, { kernel, turnDeg: 180 });
    expect(prepared.rotationDeg).toBe(180);
    expect(prepared).not.toHaveProperty('orientationConfidence');
  });
});

describe('size', () => {
  test.each([
    { dpi: 100, stated: 100 },
    { dpi: 100, stated: null },
    { dpi: 600, stated: 600 },
  ])(
    'of a page of $dpi dpi, stated as $stated, becomes that of capitals of about 30 pixels',
    async ({ dpi, stated }) => {
      const page = preparePage({ image: await drawTextPage({ dpi }), dpi: stated }, { kernel });
      const capitalPx = (0.67 * 11 * page.dpi) / 72;
      expect(capitalPx).toBeGreaterThan(25);
      expect(capitalPx).toBeLessThan(36);
      expect(page.image.heightPx / page.dpi).toBeCloseTo(297 / 25.4, 0);
    },
  );

  test('of a page of 300 dpi stays', async () => {
    const image = await drawTextPage({ dpi: 300 });
    const page = preparePage({ image, dpi: 300 }, { kernel });
    expect(page.dpi).toBe(300);
    expect([page.image.widthPx, page.image.heightPx]).toEqual([image.widthPx, image.heightPx]);
  });
});

test('marks of the captured page are found where the map says, whatever was done to it', async () => {
  const spots = [
    { x: 15, y: 20 },
    { x: 190, y: 30 },
    { x: 20, y: 280 },
    { x: 180, y: 270 },
  ];
  const drawing = spots.map(({ x, y }) => `<circle cx="${x}" cy="${y}" r="2.2"/>`).join('');
  const cases = fc.record({
    turnedDeg: fc.double({ min: -4, max: 4, noNaN: true }),
    turn: fc.constantFrom(...quarterTurns),
    dpi: fc.constantFrom(100, 200, 300),
  });
  await fc.assert(
    fc.asyncProperty(cases, async ({ turnedDeg, turn, dpi }) => {
      const image = turned(await drawTextPage({ turnedDeg, dpi, drawing }), turn);
      const page = preparePage({ image, dpi }, { kernel, turnDeg: quarterTurns[(4 - turn / 90) % 4] ?? 0 });
      const found = discCentres(page.image, (2.2 * page.dpi) / 25.4).map((centre) =>
        applyAffine(page.toCaptured, centre),
      );
      const expected = discCentres(image, (2.2 * dpi) / 25.4);
      expect(expected).toHaveLength(4);
      for (const { x, y } of expected) {
        expect(Math.min(...found.map((other) => Math.hypot(other.x - x, other.y - y)))).toBeLessThan(1);
      }
    }),
    { numRuns: 10 },
  );
});

function discCentres(image: GreyImage, radiusPx: number) {
  const components = kernel.scope(() => kernel.components(kernel.load(image), 128)) ?? [];
  return components
    .filter(
      ({ x0, x1, y0, y1, area }) =>
        Math.abs((x1 - x0) / (2 * radiusPx) - 1) < 0.2 && area > 0.7 * (x1 - x0) * (y1 - y0),
    )
    .map(({ x0, x1, y0, y1 }) => ({ x: (x0 + x1) / 2, y: (y0 + y1) / 2 }));
}

describe('a blank page', () => {
  const specks = Array.from(
    { length: 40 },
    (_, index) => `<circle cx="${10 + ((index * 47) % 190)}" cy="${10 + ((index * 83) % 275)}" r="0.25"/>`,
  ).join('');
  const holes = '<circle cx="12" cy="108" r="3"/><circle cx="12" cy="188" r="3"/>';
  const lid = '<path d="M0 0H210V6H5V297H0Z" fill="#181818"/>';

  test.each([
    ['white paper', {}],
    ['grey recycled paper', { paper: '#b8b4ae' }],
    ['specks', { drawing: specks }],
    ['punch holes and specks', { drawing: holes + specks }],
    ['the edge of the scanner lid', { drawing: lid }],
  ])('is known: %s', async (_name, options) => {
    const image = addNoise(await drawTextPage({ repeat: 0, ...options }), 5, 0.15);
    expect(preparePage({ image, dpi: 200 }, { kernel }).blank).toBe(true);
  });

  test('is known by the shadow of its other side', async () => {
    const image = addNoise(await drawTextPage({ ink: '#f3f3f3' }), 4);
    expect(preparePage({ image, dpi: 200 }, { kernel }).blank).toBe(true);
  });

  test.each([
    ['one faint line', { lines: ['bozza del verbale, da rivedere'], repeat: 1, ink: '#c8c8c8' }],
    ['a page number', { lines: ['7'], repeat: 1 }],
    ['one word', { lines: ['nulla'], repeat: 1 }],
    [
      'a signature',
      { repeat: 0, drawing: '<path d="M120 200q8 -14 10 0t12 -4t14 2" fill="none" stroke="#333" stroke-width="0.5"/>' },
    ],
    ['a black sheet', { repeat: 0, paper: '#101010' }],
  ])('is not one with %s', async (_name, options) => {
    const image = addNoise(await drawTextPage(options), 5, 0.15);
    expect(preparePage({ image, dpi: 200 }, { kernel }).blank).toBe(false);
  });
});

test('pictures of any size and content are prepared', () => {
  const pictures = fc
    .record({
      widthPx: fc.integer({ min: 1, max: 80 }),
      heightPx: fc.integer({ min: 1, max: 80 }),
      dpi: fc.constantFrom(null, 72, 300),
    })
    .chain(({ widthPx, heightPx, dpi }) =>
      fc
        .uint8Array({ minLength: widthPx * heightPx, maxLength: widthPx * heightPx })
        .map((data) => ({ image: { data, widthPx, heightPx }, dpi })),
    );
  fc.assert(
    fc.property(pictures, (captured) => {
      const { image, dpi } = preparePage(captured, { kernel });
      expect(image.data).toHaveLength(image.widthPx * image.heightPx);
      expect(dpi).toBeGreaterThan(0);
    }),
  );
});

test('a captured page stays as its file has it, whatever is taken out of the one that is read', async () => {
  const image = await drawTextPage({});
  const streak = Math.round(image.widthPx * 0.4);
  for (let y = 0; y < image.heightPx; y += 1) image.data[y * image.widthPx + streak] = 90;
  image.data.fill(0, 700 * image.widthPx, 702 * image.widthPx);
  const { data, widthPx, heightPx } = image;
  const file = await sharp(data, { raw: { width: widthPx, height: heightPx, channels: 1 } })
    .withMetadata({ density: 200 })
    .png()
    .toBuffer();
  const captured = await decodeSource({ bytes: file, format: 'png' }, 0);
  const before = Uint8Array.from(captured.image.data);
  const { steps } = preparePage(captured, { kernel });
  expect(steps[0]).toEqual({ kind: 'take-lines-out' });
  expect(Buffer.compare(captured.image.data, before)).toBe(0);
});
