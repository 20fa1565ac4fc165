import { type Affine, composeAffine } from '../../../ocr/model/geometry.ts';
import type { SheetSize } from '../../forms/draw/raster.ts';
import type { Damage } from '../truth.ts';

/**
 * Where copier and scanner put the sheet: millimetres of the reference page -> pixels of the captured page. The sheet
 * is scaled, sheared and turned about its middle, shifted, and the whole capture is turned when fed upside down.
 */
export function captureMap(damage: Damage, size: SheetSize, widthPx: number, heightPx: number): Affine {
  const [cx, cy] = [size.widthMm / 2, size.heightMm / 2];
  const turn = (damage.skewDeg * Math.PI) / 180;
  const shear = Math.tan((damage.shearDeg * Math.PI) / 180);
  const toMiddle: Affine = [1, 0, 0, 1, -cx, -cy];
  const copied: Affine = [damage.scale, 0, damage.scale * shear, damage.scale, 0, 0];
  const skewed: Affine = [Math.cos(turn), Math.sin(turn), -Math.sin(turn), Math.cos(turn), 0, 0];
  const placed: Affine = [1, 0, 0, 1, cx + damage.offsetMm[0], cy + damage.offsetMm[1]];
  const pixels: Affine = [widthPx / size.widthMm, 0, 0, heightPx / size.heightMm, 0, 0];
  const turned: Affine = damage.upsideDown ? [-1, 0, 0, -1, widthPx, heightPx] : [1, 0, 0, 1, 0, 0];
  return [copied, skewed, placed, pixels, turned].reduce((map, next) => composeAffine(map, next), toMiddle);
}
