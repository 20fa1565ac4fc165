import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PageError } from '../../../ocr/model/failure.ts';
import { detectFormat } from '../../../ocr/prepare/signature.ts';

test.each([
  ['jpeg', 'ffd8ffe000104a464946'],
  ['png', '89504e470d0a1a0a0000000d'],
  ['tiff', '49492a0008000000'],
  ['tiff', '4d4d002a00000008'],
  ['tiff', '49492b0008000000'],
  ['webp', '524946461234567857454250'],
  ['pdf', '255044462d312e370a'],
  ['pdf', '0d0a0d0a255044462d312e340a'],
])('knows %s by its first bytes', (format, hex) => {
  expect(detectFormat(Buffer.from(hex, 'hex'))).toBe(format);
});

test('says what it looked for and what it found instead', () => {
  expect(() => detectFormat(Buffer.from('PK\x03\x04 a zip'))).toThrow(
    'no PNG, JPEG, TIFF, WebP or PDF signature; the file starts with 50 4b 03 04 20 61 20 7a',
  );
});

test('refuses whatever it does not know with a code', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      try {
        expect(['jpeg', 'png', 'tiff', 'webp', 'pdf']).toContain(detectFormat(bytes));
      } catch (failure) {
        expect(failure).toBeInstanceOf(PageError);
        expect(failure).toMatchObject({ code: bytes.length === 0 ? 'empty-file' : 'unsupported-format' });
      }
    }),
  );
});
