import sharp from 'sharp';
import { expect, test } from 'vitest';
import { distinctCopy } from '../../soak/distinct-copy.ts';

const drawn = () =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: '#a0b0c0' } })
    .jpeg()
    .toBuffer();

test('a copy has other bytes for every label and the same picture', async () => {
  const jpeg = await drawn();
  const [first, second] = [distinctCopy(jpeg, 'round 1'), distinctCopy(jpeg, 'round 2')];
  expect(first.equals(jpeg)).toBe(false);
  expect(first.equals(second)).toBe(false);
  const pixels = await sharp(jpeg).raw().toBuffer();
  expect((await sharp(first).raw().toBuffer()).equals(pixels)).toBe(true);
  expect((await sharp(second).raw().toBuffer()).equals(pixels)).toBe(true);
});

test('what is no JPEG is refused', () => {
  expect(() => distinctCopy(Buffer.from('%PDF-1.7'), 'round 1')).toThrow('not a JPEG');
});
