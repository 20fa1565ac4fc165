import { type Affine, composeAffine } from '../model/geometry.ts';

/** A clockwise turn. */
export type TurnDeg = 0 | 90 | 180 | 270;

export interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Where a prepared page lies on the captured one: its size, and the map from its pixels to the captured page's. */
export interface Placement extends Size {
  /** Prepared pixels to pixels of the turned page, before which only the turn happened. */
  readonly toTurned: Affine;
  readonly toCaptured: Affine;
}

/** Returns the map from pixels of a page turned clockwise by `turnDeg` to pixels of the page before, of size `size`. */
export function unturn({ widthPx, heightPx }: Size, turnDeg: TurnDeg): Affine {
  switch (turnDeg) {
    case 0:
      return [1, 0, 0, 1, 0, 0];
    case 90:
      return [0, -1, 1, 0, 0, heightPx];
    case 180:
      return [-1, 0, 0, -1, widthPx, heightPx];
    case 270:
      return [0, 1, -1, 0, widthPx, 0];
  }
}

export function turnedSize({ widthPx, heightPx }: Size, turnDeg: TurnDeg): Size {
  return turnDeg === 90 || turnDeg === 270 ? { widthPx: heightPx, heightPx: widthPx } : { widthPx, heightPx };
}

/**
 * Works out a page that is turned clockwise by `turnDeg`, then turned clockwise by `skewDeg` about its middle, then
 * enlarged by `factor`. The result is just large enough to hold all of the captured page.
 */
export function placePage(captured: Size, turnDeg: TurnDeg, skewDeg: number, factor: number): Placement {
  const turned = turnedSize(captured, turnDeg);
  const angle = (skewDeg * Math.PI) / 180;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const widthPx = Math.max(1, Math.ceil(factor * (turned.widthPx * cos + turned.heightPx * Math.abs(sin)) - 1e-6));
  const heightPx = Math.max(1, Math.ceil(factor * (turned.heightPx * cos + turned.widthPx * Math.abs(sin)) - 1e-6));
  const [a, b, c, d] = [cos / factor, -sin / factor, sin / factor, cos / factor];
  const toTurned: Affine = [
    a,
    b,
    c,
    d,
    turned.widthPx / 2 - (a * widthPx + c * heightPx) / 2,
    turned.heightPx / 2 - (b * widthPx + d * heightPx) / 2,
  ];
  return { widthPx, heightPx, toTurned, toCaptured: composeAffine(toTurned, unturn(captured, turnDeg)) };
}
