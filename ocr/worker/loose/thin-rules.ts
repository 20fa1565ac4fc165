import type { Affine, Box } from '../../model/geometry.ts';
import type { GreyImage, PreparedPage } from '../../model/page.ts';
import { findRules } from '../../read/rules/find-rules.ts';

/**
 * Rules that run across the page and are so thin that cleaning takes them away with the specks, looked for where it has not been. In
 * pixels of the captured page; none where that lies much askew.
 */
export function thinRules(
  captured: GreyImage,
  { dpi, toCaptured, rotationDeg }: Pick<PreparedPage, 'dpi' | 'toCaptured' | 'rotationDeg'>,
): readonly Box[] {
  const { across, down } = findRules(captured, dpi * scaleOf(toCaptured));
  return rotationDeg % 180 === 0 ? across : down;
}

function scaleOf([a, b]: Affine): number {
  return Math.hypot(a, b);
}
