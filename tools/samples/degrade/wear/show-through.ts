import type { SheetSize } from '../../../forms/draw/raster.ts';
import type { Random } from '../../random.ts';

/** Lets the back side show: its elements mirrored, pale and soft, as thin paper or a strong lamp has them. */
export function showThrough(random: Random, { widthMm }: SheetSize, back: string): string {
  const opacity = random.between(0.06, 0.22).toFixed(3);
  const soft = random.between(0.08, 0.25).toFixed(3);
  const [x, y] = [widthMm + random.gauss() * 1.5, random.gauss() * 1.5];
  return (
    `<filter id="soft" x="0" y="0" width="1" height="1"><feGaussianBlur stdDeviation="${soft}"/></filter>` +
    `<g opacity="${opacity}" filter="url(#soft)"><rect width="${widthMm}" height="1000" fill="none"/>` +
    `<g transform="translate(${x.toFixed(2)} ${y.toFixed(2)}) scale(-1 1)">${back}</g></g>`
  );
}
