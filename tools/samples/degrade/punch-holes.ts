import type { SheetSize } from '../../forms/draw/raster.ts';
import type { Random } from '../random.ts';

/** Two filing holes (ISO 838: 6 mm wide, 80 mm apart) at the left edge, dark as the scanner's lid shows through. */
export function drawPunchHoles(random: Random, size: SheetSize): string {
  const x = 9 + random.gauss() * 0.8;
  const middle = size.heightMm / 2 + random.gauss() * 2;
  const hole = (y: number) =>
    `<circle cx="${x.toFixed(2)}" cy="${y.toFixed(2)}" r="3" fill="rgb(70,70,70)"/>` +
    `<circle cx="${(x + 0.3).toFixed(2)}" cy="${(y + 0.3).toFixed(2)}" r="2.7" fill="rgb(45,45,45)"/>`;
  return hole(middle - 40) + hole(middle + 40);
}
