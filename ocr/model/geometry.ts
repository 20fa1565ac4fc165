import { z } from 'zod';

/** Axis-aligned box `[x0, y0, x1, y1]`, x to the right, y downwards, `x1` and `y1` exclusive. Unit given by the owner. */
export const boxSchema = z.tuple([z.number(), z.number(), z.number(), z.number()]);
export type Box = z.infer<typeof boxSchema>;

/** Rectangle in millimetres of a reference page, origin at its top left corner. */
export const rectMmSchema = z.strictObject({
  x: z.number().nonnegative(),
  y: z.number().nonnegative(),
  width: z.number().positive(),
  height: z.number().positive(),
});
export type RectMm = z.infer<typeof rectMmSchema>;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Affine map `x' = a*x + c*y + e`, `y' = b*x + d*y + f` (the order of SVG's `matrix(a b c d e f)`). */
export const affineSchema = z.tuple([z.number(), z.number(), z.number(), z.number(), z.number(), z.number()]);
export type Affine = z.infer<typeof affineSchema>;

export const identityAffine: Affine = [1, 0, 0, 1, 0, 0];

/** Returns the map that applies `first`, then `second`. */
export function composeAffine(first: Affine, second: Affine): Affine {
  const [a1, b1, c1, d1, e1, f1] = first;
  const [a2, b2, c2, d2, e2, f2] = second;
  return [
    a2 * a1 + c2 * b1,
    b2 * a1 + d2 * b1,
    a2 * c1 + c2 * d1,
    b2 * c1 + d2 * d1,
    a2 * e1 + c2 * f1 + e2,
    b2 * e1 + d2 * f1 + f2,
  ];
}

/** Returns the inverse map. Throws a RangeError when the map is singular. */
export function invertAffine([a, b, c, d, e, f]: Affine): Affine {
  const determinant = a * d - b * c;
  if (Math.abs(determinant) < 1e-12) throw new RangeError('affine map is singular');
  return [
    d / determinant,
    -b / determinant,
    -c / determinant,
    a / determinant,
    (c * f - d * e) / determinant,
    (b * e - a * f) / determinant,
  ];
}

export function applyAffine([a, b, c, d, e, f]: Affine, { x, y }: Point): Point {
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}

/** Maps a box and returns the smallest axis-aligned box around the mapped corners. */
export function mapBox(map: Affine, [x0, y0, x1, y1]: Box): Box {
  const corners = [
    { x: x0, y: y0 },
    { x: x1, y: y0 },
    { x: x0, y: y1 },
    { x: x1, y: y1 },
  ].map((corner) => applyAffine(map, corner));
  const xs = corners.map((corner) => corner.x);
  const ys = corners.map((corner) => corner.y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** Whether the middle of a box lies in another, its edges included. */
export function holdsMiddle([x0, y0, x1, y1]: Box, [left, top, right, bottom]: Box): boolean {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  return x >= x0 && x <= x1 && y >= y0 && y <= y1;
}

/** Returns the box of a millimetre rectangle, in millimetres. */
export function boxOfRect({ x, y, width, height }: RectMm): Box {
  return [x, y, x + width, y + height];
}
