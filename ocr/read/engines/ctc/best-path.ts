/** Place of the blank in every alphabet. */
export const blankClass = 0;

/** A network's answer: for each frame, from left to right, a probability for every class. */
export interface Frames {
  readonly probabilities: Float32Array;
  readonly count: number;
  readonly classes: number;
}

/** One character found in the frames. */
export interface Emission {
  readonly class: number;
  /** Of the allowed classes, in the frame where it is plainest. */
  readonly probability: number;
  readonly firstFrame: number;
  /** Not included. */
  readonly endFrame: number;
}

/**
 * Reads frames along the likeliest path of connectionist temporal classification (Graves and others 2006): of the allowed
 * classes and the blank each frame takes the likeliest, and equal neighbours are one character. Probabilities are those
 * among the allowed classes.
 */
export function bestPath(frames: Frames, allowed: readonly number[]): Emission[] {
  const emissions: Emission[] = [];
  let previous = blankClass;
  for (let frame = 0; frame < frames.count; frame += 1) {
    const { best, probability } = likeliest(frames, frame, allowed);
    const last = emissions.at(-1);
    if (best !== blankClass && best === previous && last !== undefined) {
      const plainest = Math.max(last.probability, probability);
      emissions[emissions.length - 1] = { ...last, probability: plainest, endFrame: frame + 1 };
    } else if (best !== blankClass) {
      emissions.push({ class: best, probability, firstFrame: frame, endFrame: frame + 1 });
    }
    previous = best;
  }
  return emissions;
}

function likeliest(frames: Frames, frame: number, allowed: readonly number[]): { best: number; probability: number } {
  const offset = frame * frames.classes;
  let best = blankClass;
  let most = frames.probabilities[offset + blankClass] ?? 0;
  let sum = most;
  for (const index of allowed) {
    const value = frames.probabilities[offset + index] ?? 0;
    sum += value;
    if (value <= most) continue;
    most = value;
    best = index;
  }
  return { best, probability: sum > 0 ? most / sum : 0 };
}
