import type { GreyImage } from '../../../model/page.ts';
import type { FloatTensor } from '../onnx-session.ts';
import { scaleLine } from '../scale-line.ts';

/** The network sees lines of this height. */
export const lineHeightPx = 48;
const channels = 3;
/** Widths are rounded up to a multiple of this, so that few shapes occur. Each frame of the answer is 8 pixels wide. */
const widthStepPx = 32;
const leastWidthPx = 64;
const widestPx = 2400;

export interface LineInput extends FloatTensor {
  /** Pixels of the crop to pixels of the input, both ways alike unless the line is very long. */
  readonly scaleX: number;
}

/**
 * Scales a line to the network's height by averaging over areas, and its greys to -1 (black) to 1 (paper) in three equal
 * channels. Paper is added on the right.
 */
export function lineInput(crop: GreyImage): LineInput {
  const scale = lineHeightPx / crop.heightPx;
  const contentPx = Math.min(widestPx, Math.max(1, Math.round(crop.widthPx * scale)));
  const widthPx = Math.max(leastWidthPx, Math.ceil(contentPx / widthStepPx) * widthStepPx);
  const plane = lineHeightPx * widthPx;
  const data = new Float32Array(channels * plane).fill(1);
  const scaled = scaleLine(crop, { widthPx: contentPx, heightPx: lineHeightPx });
  for (let y = 0; y < lineHeightPx; y += 1) {
    for (let x = 0; x < contentPx; x += 1) data[y * widthPx + x] = (scaled[y * contentPx + x] ?? 0) / 127.5 - 1;
  }
  for (let channel = 1; channel < channels; channel += 1) data.copyWithin(channel * plane, 0, plane);
  return { data, shape: [1, channels, lineHeightPx, widthPx], scaleX: contentPx / crop.widthPx };
}
