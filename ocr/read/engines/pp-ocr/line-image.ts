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
  const plane = lineHeightPx * widthPx;
  const data = new Float32Array(channels * plane).fill(1);
  const narrowed = narrow(crop, weigh(crop.widthPx, contentPx));
  const { firsts, shares, stride } = weigh(crop.heightPx, lineHeightPx);
  const line = new Float64Array(contentPx);
  for (let y = 0; y < lineHeightPx; y += 1) {
    line.fill(0);
    for (let index = 0; index < stride; index += 1) {
      const share = shares[y * stride + index] ?? 0;
      const from = ((firsts[y] ?? 0) + index) * contentPx;
      if (share > 0)
        for (let x = 0; x < contentPx; x += 1) line[x] = (line[x] ?? 0) + share * (narrowed[from + x] ?? 0);
    }
    for (let x = 0; x < contentPx; x += 1) data[y * widthPx + x] = (line[x] ?? 0) / 127.5 - 1;
  }
  for (let channel = 1; channel < channels; channel += 1) data.copyWithin(channel * plane, 0, plane);
  return { data, shape: [1, channels, lineHeightPx, widthPx], scaleX: contentPx / crop.widthPx };
}

/** Every row of a crop scaled across. */
function narrow({ data, widthPx, heightPx }: GreyImage, { firsts, shares, stride }: Weights): Float32Array {
  const contentPx = firsts.length;
  const narrowed = new Float32Array(heightPx * contentPx);
  for (let y = 0; y < heightPx; y += 1) {
    for (let x = 0; x < contentPx; x += 1) {
      const from = y * widthPx + (firsts[x] ?? 0);
      let sum = 0;
      for (let index = 0; index < stride; index += 1) {
        const share = shares[x * stride + index] ?? 0;
        if (share > 0) sum += share * (data[from + index] ?? 0);
      }
      narrowed[y * contentPx + x] = sum;
    }
  }
  return narrowed;
}

/**
 * For each target pixel the first source pixel that it looks at, and the weights of that and the following ones: `stride` of them,
 * which sum to 1; beyond the last it looks at they are 0.
 */
interface Weights {
  readonly firsts: Int32Array;
  readonly shares: Float64Array;
  readonly stride: number;
}

/** A triangle as wide as two source pixels, or two target pixels where the picture shrinks. */
function weigh(from: number, to: number): Weights {
  const step = from / to;
  const reach = Math.max(1, step);
  const stride = Math.floor(2 * reach) + 1;
  const firsts = new Int32Array(to);
  const shares = new Float64Array(to * stride);
  for (let target = 0; target < to; target += 1) {
    const middle = (target + 0.5) * step - 0.5;
    const first = Math.max(0, Math.ceil(middle - reach));
    const last = Math.min(from - 1, Math.floor(middle + reach));
    const [start, count] = [target * stride, Math.max(1, last - first + 1)];
    let sum = 0;
    for (let index = 0; index < count; index += 1) {
      const weight = Math.max(1e-6, 1 - Math.abs(first + index - middle) / reach);
      shares[start + index] = weight;
      sum += weight;
    }
    for (let index = start; index < start + count; index += 1) shares[index] = (shares[index] ?? 0) / sum;
    firsts[target] = first;
  }
  return { firsts, shares, stride };
}
