import { composeAffine } from '../model/geometry.ts';
import type { GreyImage, PreparedPage } from '../model/page.ts';
import { unturn } from '../prepare/placement.ts';

export type QuarterTurnDeg = 0 | 90 | 180 | 270;

/** Turns a prepared page clockwise without loss; its steps and its way back to the captured page keep up. */
export function turnPage(page: PreparedPage, clockwiseDeg: QuarterTurnDeg): PreparedPage {
  if (clockwiseDeg === 0) return page;
  return {
    ...page,
    image: turnImage(page.image, clockwiseDeg),
    steps: [...page.steps, { kind: 'turn', clockwiseDeg }],
    toCaptured: composeAffine(unturn(page.image, clockwiseDeg), page.toCaptured),
    rotationDeg: quarterTurn(page.rotationDeg + clockwiseDeg),
  };
}

function turnImage(image: GreyImage, clockwiseDeg: QuarterTurnDeg): GreyImage {
  const { data, widthPx, heightPx } = image;
  if (clockwiseDeg === 180) return { data: data.slice().reverse(), widthPx, heightPx };
  const turned = new Uint8Array(data.length);
  for (let y = 0; y < heightPx; y += 1) {
    for (let x = 0; x < widthPx; x += 1) {
      const target = clockwiseDeg === 90 ? x * heightPx + (heightPx - 1 - y) : (widthPx - 1 - x) * heightPx + y;
      turned[target] = data[y * widthPx + x] ?? 0;
    }
  }
  return { data: turned, widthPx: heightPx, heightPx: widthPx };
}

function quarterTurn(deg: number): QuarterTurnDeg {
  const turns: readonly QuarterTurnDeg[] = [0, 90, 180, 270];
  return turns[Math.round(deg / 90) % 4] ?? 0;
}
