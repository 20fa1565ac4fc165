import type { Box } from '../../../model/geometry.ts';
import type { GreyImage } from '../../../model/page.ts';
import { cropWithPadding } from '../../crop.ts';
import type { FloatTensor } from '../onnx-session.ts';
import { scaleLine } from '../scale-line.ts';

/** The network sees lines of this height. */
export const lineHeightPx = 32;
/** Ink as high as a capital becomes so high; taller and lower ink is brought halfway (by the root) towards it, so that o and O differ. */
const capital = { heightMm: 2.6, scaledPx: 22 } as const;
/** At least this much of the height stays white, half of it on each side. */
const whitePx = 4;
/** White before the first letter and at least as much behind the last. */
const sidePx = 8;
/** Widths are rounded up to a multiple of this, so that few shapes occur. Each frame of the answer is 4 pixels wide. */
const widthStepPx = 16;
const widestPx = 2400;
/** What is darker than this is ink; of a line that stands alone what is darker than the paper, for letters fade at its ends. */
const inkLevel = { usual: 200, isolated: 240 } as const;

export interface LineInput extends FloatTensor {
  /** Where the input begins in the crop, and pixels of the crop for each of the input's. */
  readonly leftPx: number;
  readonly stepPx: number;
}

/**
 * Scales the ink of a line to the network's size by averaging over areas: shape 1 x 1 x 32 x width, 0 for paper to 1 for ink. Null
 * where there is no ink. `dpi` is the resolution of the crop, `isolated` whether it holds the line alone, as in `LineOptions`.
 */
export function lineInput(crop: GreyImage, dpi: number, isolated = false): LineInput | null {
  const box = inkBounds(crop, isolated ? inkLevel.isolated : inkLevel.usual);
  if (box === null) return null;
  const [x0, y0, x1, y1] = box;
  const inkMm = ((y1 - y0) * 25.4) / dpi;
  const heightPx = Math.round(Math.min(lineHeightPx - whitePx, capital.scaledPx * Math.sqrt(inkMm / capital.heightMm)));
  const scale = heightPx / (y1 - y0);
  const widthPx = Math.min(widestPx, Math.max(1, Math.round((x1 - x0) * scale)));
  const ink = scaleLine(cropWithPadding(crop, box, 0), { widthPx, heightPx });
  const fullPx = Math.ceil((widthPx + 2 * sidePx) / widthStepPx) * widthStepPx;
  const topPx = Math.round((lineHeightPx - heightPx) / 2);
  const data = new Float32Array(lineHeightPx * fullPx);
  for (let y = 0; y < heightPx; y += 1) {
    const row = (topPx + y) * fullPx + sidePx;
    for (let x = 0; x < widthPx; x += 1) data[row + x] = 1 - (ink[y * widthPx + x] ?? 0) / 255;
  }
  const stepPx = (x1 - x0) / widthPx;
  return { data, shape: [1, 1, lineHeightPx, fullPx], leftPx: x0 - sidePx * stepPx, stepPx };
}

/** The box of all that is darker than `level`, or null. */
function inkBounds({ data, widthPx, heightPx }: GreyImage, level: number): Box | null {
  let [x0, y0, x1, y1] = [widthPx, heightPx, 0, 0];
  for (let y = 0; y < heightPx; y += 1) {
    for (let x = 0; x < widthPx; x += 1) {
      if ((data[y * widthPx + x] ?? 0) >= level) continue;
      x0 = Math.min(x0, x);
      y0 = Math.min(y0, y);
      x1 = Math.max(x1, x + 1);
      y1 = y + 1;
    }
  }
  return x1 > x0 ? [x0, y0, x1, y1] : null;
}
