import { type Affine, applyAffine } from '../../../ocr/model/geometry.ts';
import type { GreyImage } from '../../../ocr/model/page.ts';
import type { SheetSize } from '../../forms/draw/raster.ts';
import type { Random } from '../random.ts';

/**
 * Punches two filing holes (ISO 838: 6 mm wide, 80 mm apart) at the left edge, dark in place as the scanner's lid shows
 * through them. `toPixels` maps the sheet's millimetres.
 */
export function punchHoles(image: GreyImage, random: Random, size: SheetSize, toPixels: Affine): void {
  const x = 9 + random.gauss() * 0.8;
  const middle = size.heightMm / 2 + random.gauss() * 2;
  const radiusPx = 3 * Math.hypot(toPixels[0], toPixels[1]);
  const grey = random.whole(40, 80);
  for (const y of [middle - 40, middle + 40]) fillCircle(image, applyAffine(toPixels, { x, y }), radiusPx, grey);
}

function fillCircle(
  { data, widthPx, heightPx }: GreyImage,
  centre: { x: number; y: number },
  radius: number,
  grey: number,
) {
  for (let y = Math.max(0, Math.floor(centre.y - radius)); y < Math.min(heightPx, centre.y + radius + 1); y += 1) {
    for (let x = Math.max(0, Math.floor(centre.x - radius)); x < Math.min(widthPx, centre.x + radius + 1); x += 1) {
      const beyond = Math.hypot(x - centre.x, y - centre.y) - radius;
      if (beyond > 0) continue;
      // The rim is lit from the side: a shade lighter.
      data[y * widthPx + x] = beyond > -2 ? grey + 40 : grey;
    }
  }
}
