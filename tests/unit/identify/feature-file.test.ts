import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { descriptorPattern } from '../../../ocr/identify/descriptor.ts';
import { decodeFeatures, encodeFeatures } from '../../../ocr/identify/feature-file.ts';
import { seededRandom } from '../../../ocr/identify/random.ts';
import { measureReference, type ReferenceFeatures, unpackReference } from '../../../ocr/identify/reference.ts';
import type { LayoutPage } from '../../../ocr/model/form.ts';
import type { GreyImage } from '../../../ocr/model/page.ts';

const page: LayoutPage = {
  widthMm: 105,
  heightMm: 148.5,
  reference: 'prova-0.png',
  printed: [],
  zones: [
    {
      id: 'cognome',
      field: '/cognome',
      kind: 'text',
      hand: 'any',
      lines: 1,
      rectMm: { x: 20, y: 30, width: 60, height: 8 },
    },
  ],
};

/** Dark rectangles strewn over white paper at 150 dpi: print that no font has a say in. */
function strewnPaper(): GreyImage {
  const [widthPx, heightPx] = [620, 877];
  const data = new Uint8Array(widthPx * heightPx).fill(255);
  const random = seededRandom(11);
  for (let mark = 0; mark < 400; mark++) {
    const [left, top] = [Math.floor(random() * 600), Math.floor(random() * 860)];
    const [width, height] = [3 + Math.floor(random() * 14), 2 + Math.floor(random() * 10)];
    for (let y = top; y < top + height; y++) data.fill(40, y * widthPx + left, y * widthPx + left + width);
  }
  return { data, widthPx, heightPx };
}

const features = measureReference(strewnPaper(), page, descriptorPattern());

/** Hash of all that was measured; the raster unpacked, since how it is packed is no part of the method. */
function fingerprint(measured: ReferenceFeatures): string {
  const { packed: _, ...rest } = measured;
  const plain = JSON.stringify({ ...rest, raster: unpackReference(measured) }, (_key, value: unknown) =>
    ArrayBuffer.isView(value)
      ? Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64')
      : value,
  );
  return createHash('sha256').update(plain).digest('hex').slice(0, 16);
}

describe('the features of a layout page in a file', () => {
  it('come back as they were', () => {
    expect(features.places.length).toBeGreaterThan(50);
    expect(features.zonePrint[0]?.patches.length).toBeGreaterThan(0);
    const back = decodeFeatures(encodeFeatures(features));
    if (back === null) throw new Error('refused');
    const { packed, ...rest } = back;
    expect(rest).toEqual({ ...features, packed: undefined });
    expect({ ...packed, deflated: Buffer.from(packed.deflated) }).toEqual(features.packed);
  });

  it('are refused when any byte was changed or the end is missing', () => {
    const bytes = encodeFeatures(features);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (place, change) => {
        const damaged = Buffer.from(bytes);
        damaged[place] = (damaged[place] ?? 0) ^ change;
        expect(decodeFeatures(damaged)).toBeNull();
        expect(decodeFeatures(bytes.subarray(0, place))).toBeNull();
      }),
      { numRuns: 50 },
    );
  });

  it('are refused when they were measured by another version of the method', () => {
    expect(decodeFeatures(encodeFeatures(features, 0))).toBeNull();
  });

  it('are what this version of the method measures: raise the version in feature-file.ts with this hash', () => {
    expect(fingerprint(features)).toBe('d57db44ab36a614d');
  });
});
