/** Fewer steps from letter to letter show no pitch; so many show it for certain. */
const steps = { least: 4, many: 6 } as const;
/** On a typewriter steps differ from their median by less than this share on the mean; in print of 15 letters and more by more. */
const mostSpread = 0.09;
/** Where a line has narrow letters or wide ones, print has steps that differ by more. */
const mostDeviation = 0.2;

export interface LinePitch {
  readonly pitchPx: number;
  /** Every step keeps to the pitch, and there are many. */
  readonly certain: boolean;
}

/**
 * The width of one character where a line is set on a fixed pitch, as by a typewriter, or null. `stepsPx` are the distances
 * from the middle of each letter to that of the next one of its word.
 */
export function linePitch(stepsPx: readonly number[]): LinePitch | null {
  if (stepsPx.length < steps.least) return null;
  const pitchPx = stepsPx.toSorted((one, other) => one - other)[Math.floor(stepsPx.length / 2)] ?? 0;
  const deviations = stepsPx.map((step) => Math.abs(step - pitchPx) / pitchPx);
  const spread = deviations.reduce((sum, deviation) => sum + deviation, 0) / deviations.length;
  if (pitchPx <= 0 || spread > mostSpread) return null;
  return { pitchPx, certain: stepsPx.length >= steps.many && Math.max(...deviations) <= mostDeviation };
}
