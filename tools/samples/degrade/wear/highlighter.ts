import type { RectMm } from '../../../../ocr/model/geometry.ts';
import type { Random } from '../../random.ts';

const inks = [
  'rgb(250,240,90)',
  'rgb(150,235,120)',
  'rgb(255,150,200)',
  'rgb(255,190,90)',
  'rgb(120,205,240)',
] as const;
const fields = [1, 4] as const;

/** Draws a highlighter over some of the fields, uneven at its ends. It lies under the ink, for ink shows through it. */
export function highlight(random: Random, places: readonly RectMm[]): string {
  if (places.length === 0) return '';
  const ink = random.pick(inks);
  const count = random.whole(...fields);
  return Array.from({ length: count }, () => {
    const { x, y, width, height } = random.pick(places);
    const [from, to] = [x + random.between(-2, 0.2 * width), x + width * random.between(0.7, 1) + 2];
    const middle = y + height * random.between(0.45, 0.7);
    const rise = random.gauss() * 0.5;
    return (
      `<path d="M${from.toFixed(2)} ${middle.toFixed(2)}L${to.toFixed(2)} ${(middle + rise).toFixed(2)}" ` +
      `stroke="${ink}" stroke-width="${random.between(3.5, 5.5).toFixed(2)}" opacity="${random.between(0.75, 1).toFixed(2)}"/>`
    );
  }).join('');
}
