import type { GreyImage } from '../../../model/page.ts';
import type { FloatTensor } from '../onnx-session.ts';

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
  const data = new Float32Array(channels * lineHeightPx * widthPx).fill(1);
  const across = weigh(crop.widthPx, contentPx);
  const down = weigh(crop.heightPx, lineHeightPx);
  const row = new Float32Array(crop.heightPx * contentPx);
  for (let y = 0; y < crop.heightPx; y += 1) {
    for (let x = 0; x < contentPx; x += 1) {
      row[y * contentPx + x] = blend(across, x, (at) => crop.data[y * crop.widthPx + at] ?? 255);
    }
  }
  const plane = lineHeightPx * widthPx;
  for (let y = 0; y < lineHeightPx; y += 1) {
    for (let x = 0; x < contentPx; x += 1) {
      const value = blend(down, y, (at) => row[at * contentPx + x] ?? 255) / 127.5 - 1;
      for (let channel = 0; channel < channels; channel += 1) data[channel * plane + y * widthPx + x] = value;
    }
  }
  return { data, shape: [1, channels, lineHeightPx, widthPx], scaleX: contentPx / crop.widthPx };
}

/** For each target pixel the first source pixel it looks at and the weight of that and the following ones; sums are 1. */
type Weights = readonly { readonly first: number; readonly shares: readonly number[] }[];

/** A triangle as wide as two source pixels, or two target pixels where the picture shrinks. */
function weigh(from: number, to: number): Weights {
  const step = from / to;
  const reach = Math.max(1, step);
  return Array.from({ length: to }, (_, target) => {
    const middle = (target + 0.5) * step - 0.5;
    const first = Math.max(0, Math.ceil(middle - reach));
    const last = Math.min(from - 1, Math.floor(middle + reach));
    const raw = Array.from({ length: Math.max(1, last - first + 1) }, (_, index) =>
      Math.max(1e-6, 1 - Math.abs(first + index - middle) / reach),
    );
    const sum = raw.reduce((total, value) => total + value, 0);
    return { first, shares: raw.map((value) => value / sum) };
  });
}

function blend(weights: Weights, target: number, valueAt: (index: number) => number): number {
  const weight = weights[target];
  if (weight === undefined) return 255;
  let sum = 0;
  for (let index = 0; index < weight.shares.length; index += 1) {
    sum += (weight.shares[index] ?? 0) * valueAt(weight.first + index);
  }
  return sum;
}
