import type { GreyImage } from '../../model/page.ts';

export interface LineSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Scales a picture by averaging over areas, across and then down. Answers with its greys, 0 to 255, rows from the top. */
export function scaleLine(image: GreyImage, { widthPx, heightPx }: LineSize): Float32Array {
  const narrowed = narrow(image, weigh(image.widthPx, widthPx));
  const { firsts, shares, stride } = weigh(image.heightPx, heightPx);
  const scaled = new Float32Array(widthPx * heightPx);
  const line = new Float64Array(widthPx);
  for (let y = 0; y < heightPx; y += 1) {
    line.fill(0);
    for (let index = 0; index < stride; index += 1) {
      const share = shares[y * stride + index] ?? 0;
      const from = ((firsts[y] ?? 0) + index) * widthPx;
      if (share > 0) for (let x = 0; x < widthPx; x += 1) line[x] = (line[x] ?? 0) + share * (narrowed[from + x] ?? 0);
    }
    scaled.set(line, y * widthPx);
  }
  return scaled;
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
