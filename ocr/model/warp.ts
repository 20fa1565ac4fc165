import { type Affine, applyAffine, composeAffine, type Point, type RectMm } from './geometry.ts';

/**
 * How a page lies that no affine map explains: a copier's or a camera's perspective, paper that was stretched or slipped.
 * Millimetres of layout to millimetres of the page: an affine map, and how far the page lies from it at the nodes of a grid
 * over the layout, in between which the way is bilinear.
 */
export interface Warp {
  readonly affine: Affine;
  /** Null where the affine map says it all. */
  readonly grid: ShiftGrid | null;
}

export interface ShiftGrid {
  readonly stepMm: number;
  readonly columns: number;
  readonly rows: number;
  /** In millimetres, by node, row after row. */
  readonly x: Float32Array;
  readonly y: Float32Array;
}

export function flatWarp(affine: Affine): Warp {
  return { affine, grid: null };
}

/** Tabulates shifts over a page of the given size. */
export function tabulateShifts(
  size: { readonly widthMm: number; readonly heightMm: number },
  stepMm: number,
  shiftAt: (place: Point) => Point,
): ShiftGrid {
  const columns = Math.ceil(size.widthMm / stepMm) + 1;
  const rows = Math.ceil(size.heightMm / stepMm) + 1;
  const shifts = Array.from({ length: columns * rows }, (_, node) =>
    shiftAt({ x: (node % columns) * stepMm, y: Math.floor(node / columns) * stepMm }),
  );
  return {
    stepMm,
    columns,
    rows,
    x: Float32Array.from(shifts, ({ x }) => x),
    y: Float32Array.from(shifts, ({ y }) => y),
  };
}

export function applyWarp({ affine, grid }: Warp, place: Point): Point {
  const flat = applyAffine(affine, place);
  if (grid === null) return flat;
  const shift = shiftAt(grid, place);
  return { x: flat.x + shift.x, y: flat.y + shift.y };
}

/** The warp followed by an affine map. */
export function composeWarp({ affine, grid }: Warp, next: Affine): Warp {
  if (grid === null) return flatWarp(composeAffine(affine, next));
  const [a, b, c, d] = next;
  return {
    affine: composeAffine(affine, next),
    grid: {
      ...grid,
      x: grid.x.map((x, node) => a * x + c * (grid.y[node] ?? 0)),
      y: grid.y.map((y, node) => b * (grid.x[node] ?? 0) + d * y),
    },
  };
}

function shiftAt({ stepMm, columns, rows, x, y }: ShiftGrid, place: Point): Point {
  const across = Math.min(Math.max(place.x / stepMm, 0), columns - 1);
  const down = Math.min(Math.max(place.y / stepMm, 0), rows - 1);
  const column = Math.min(Math.floor(across), columns - 2);
  const row = Math.min(Math.floor(down), rows - 2);
  const node = row * columns + column;
  const right = across - column;
  const lower = down - row;
  const between = (values: Float32Array) => {
    const above = (values[node] ?? 0) * (1 - right) + (values[node + 1] ?? 0) * right;
    const below = (values[node + columns] ?? 0) * (1 - right) + (values[node + columns + 1] ?? 0) * right;
    return above + (below - above) * lower;
  };
  return { x: between(x), y: between(y) };
}

const places = [-1, 0, 1] as const;

/** Three times three places of a rectangle: its corners, the middles of its sides and its own. */
export function placesIn({ x, y, width, height }: RectMm): Point[] {
  return places.flatMap((u) => places.map((v) => ({ x: x + ((u + 1) * width) / 2, y: y + ((v + 1) * height) / 2 })));
}

/** The affine map nearest to a warp within a rectangle of the layout: least squares over three times three places. */
export function localAffine(warp: Warp, { x, y, width, height }: RectMm): Affine {
  const { affine, grid } = warp;
  if (grid === null) return affine;
  const centre = { x: x + width / 2, y: y + height / 2 };
  const mean = { x: 0, y: 0 };
  const alongX = { x: 0, y: 0 };
  const alongY = { x: 0, y: 0 };
  for (const u of places) {
    for (const v of places) {
      const shift = shiftAt(grid, { x: centre.x + (u * width) / 2, y: centre.y + (v * height) / 2 });
      for (const axis of ['x', 'y'] as const) {
        mean[axis] += shift[axis] / 9;
        alongX[axis] += (u * shift[axis]) / (3 * width);
        alongY[axis] += (v * shift[axis]) / (3 * height);
      }
    }
  }
  const [a, b, c, d, e, f] = affine;
  return [
    a + alongX.x,
    b + alongX.y,
    c + alongY.x,
    d + alongY.y,
    e + mean.x - alongX.x * centre.x - alongY.x * centre.y,
    f + mean.y - alongX.y * centre.x - alongY.y * centre.y,
  ];
}
