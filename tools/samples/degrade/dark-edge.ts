import type { GreyImage } from '../../../ocr/model/page.ts';
import type { Random } from '../random.ts';
import type { Damage } from '../truth.ts';

/** Draws in place the shadow that an open lid or a book's fold leaves along one edge. */
export function darkenEdge(image: GreyImage, random: Random, edge: Damage['darkEdge']): void {
  if (edge === 'none') return;
  const { data, widthPx, heightPx } = image;
  const across = edge === 'left' || edge === 'right' ? widthPx : heightPx;
  const solid = across * random.between(0.004, 0.014);
  const soft = across * random.between(0.012, 0.035);
  const lean = random.between(-0.5, 0.5) * solid;
  for (let y = 0; y < heightPx; y += 1) {
    for (let x = 0; x < widthPx; x += 1) {
      const along = edge === 'left' || edge === 'right' ? y / heightPx : x / widthPx;
      const distance = distanceFrom(edge, x, y, widthPx, heightPx) + lean * along;
      if (distance > solid + soft) continue;
      const light = distance <= solid ? 0.12 : 0.12 + 0.88 * Math.sqrt((distance - solid) / soft);
      const at = y * widthPx + x;
      data[at] = (data[at] ?? 0) * light;
    }
  }
}

function distanceFrom(
  edge: Exclude<Damage['darkEdge'], 'none'>,
  x: number,
  y: number,
  widthPx: number,
  heightPx: number,
) {
  const distances = { left: x, right: widthPx - 1 - x, top: y, bottom: heightPx - 1 - y };
  return distances[edge];
}
