import type { RectMm } from '../../../../ocr/model/geometry.ts';
import type { SheetSize } from '../../../forms/draw/raster.ts';
import type { Random } from '../../random.ts';

const sizes = [
  [50, 38],
  [76, 76],
  [70, 25],
  [100, 40],
] as const;
const colours = ['rgb(255,245,140)', 'rgb(255,255,255)', 'rgb(255,180,210)', 'rgb(170,220,250)'] as const;

/** Sticks a note or a label over fields, with a shadow at its lower edge and mostly something scribbled on it. */
export function stickNote(random: Random, { widthMm, heightMm }: SheetSize, places: readonly RectMm[]): string {
  const [width, height] = random.pick(sizes);
  const covered = places.length === 0 ? { x: 80, y: 120, width: 60, height: 8 } : random.pick(places);
  const x = clamp(covered.x + covered.width * random.between(0.1, 0.9) - width / 2, 2, widthMm - width - 2);
  const y = clamp(covered.y + covered.height / 2 - height * random.between(0.3, 0.7), 2, heightMm - height - 2);
  const turn = random.gauss() * 2;
  const shadow = random.chance(0.7)
    ? `<rect x="0.4" y="0.5" width="${width}" height="${height}" fill="rgb(120,120,120)" opacity="0.45"/>`
    : '';
  const fill = random.pick(colours);
  const scribble = random.chance(0.6) ? scribbled(random, width, height) : '';
  return (
    `<g transform="translate(${x.toFixed(2)} ${y.toFixed(2)}) rotate(${turn.toFixed(2)})">${shadow}` +
    `<rect width="${width}" height="${height}" fill="${fill}"/>${scribble}</g>`
  );
}

/** Loops of a pen in rows. */
function scribbled(random: Random, width: number, height: number): string {
  const rows = random.whole(1, Math.max(1, Math.floor(height / 12)));
  return Array.from({ length: rows }, (_, row) => {
    const y = 8 + row * 9;
    const steps = Math.floor((width - 14) / 2.2);
    const loops = Array.from(
      { length: steps },
      () =>
        `q${random.between(0.4, 1.6).toFixed(2)} ${random.between(-4, 1).toFixed(2)} 2.2 ${random.gauss().toFixed(2)}`,
    ).join('');
    return `<path d="M5 ${y}${loops}" fill="none" stroke="rgb(40,50,110)" stroke-width="0.45"/>`;
  }).join('');
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(least, most));
}
