import sharp from 'sharp';
import { expect, test } from 'vitest';
import { writeTiff } from '../../../../ocr/read/engines/tiff-file.ts';

test('what is written as TIFF is read again to the pixel', async () => {
  const [widthPx, heightPx] = [37, 11];
  const data = Uint8Array.from({ length: widthPx * heightPx }, (_, index) => (index * 7) % 256);
  const { data: read, info } = await sharp(writeTiff({ data, widthPx, heightPx }))
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(info).toMatchObject({ width: widthPx, height: heightPx, channels: 1 });
  expect(new Uint8Array(read)).toEqual(data);
});
