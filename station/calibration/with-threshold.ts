import type { Calibration } from '../../ocr/extract/calibrate/calibration.ts';

/**
 * A calibration by which fields are accepted from the probability on that a supervisor chose, whatever rate of errors was
 * asked for. Fields of which too few were seen to promise anything are still never accepted. Null leaves it as it is.
 */
export function withThreshold(calibration: Calibration, threshold: number | null): Calibration {
  if (threshold === null) return calibration;
  const chosen = (least: number | null) => (least === null ? null : threshold);
  return {
    ...calibration,
    thresholds: calibration.thresholds.map(({ falseAccepts, typed, byHand, wordless }) => ({
      ...{ falseAccepts, typed: chosen(typed), byHand: chosen(byHand), wordless: chosen(wordless) },
    })),
  };
}
