import type { RectMm } from '../../../../ocr/model/geometry.ts';
import type { Random } from '../../random.ts';

/** What a clerk leaves on the sheet with a pencil: ticks beside fields, lines under them, rings around them. */
export function pencil(random: Random, places: readonly RectMm[]): string {
  if (places.length === 0) return '';
  const grey = random.whole(120, 180);
  const width = random.between(0.3, 0.5);
  const drawn = Array.from({ length: random.whole(2, 6) }, () => {
    const place = random.pick(places);
    return random.pick([tick, underline, ring])(random, place);
  });
  return `<path d="${drawn.join('')}" fill="none" stroke="rgb(${grey},${grey},${grey})" stroke-width="${width.toFixed(2)}"/>`;
}

function tick(random: Random, { x, y, width, height }: RectMm): string {
  const from = random.chance(0.5) ? x - 4 : x + width - 5;
  return `M${from.toFixed(2)} ${(y + height / 2).toFixed(2)}l1.5 2.2l3 ${random.between(-7, -4).toFixed(2)}`;
}

function underline(random: Random, { x, y, width, height }: RectMm): string {
  const sway = () => random.gauss().toFixed(2);
  return `M${x.toFixed(2)} ${(y + height - 1).toFixed(2)}q${(width / 2).toFixed(2)} ${sway()} ${(width * random.between(0.4, 1)).toFixed(2)} ${sway()}`;
}

function ring(random: Random, { x, y, width, height }: RectMm): string {
  const [across, down] = [width / 2 + random.between(0, 2), height / 2 + random.between(0, 2)];
  return `M${(x - 1).toFixed(2)} ${(y + height / 2).toFixed(2)}a${across.toFixed(2)} ${down.toFixed(2)} 0 1 1 0.5 1.2`;
}
