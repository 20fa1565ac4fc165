/** A value that was given a probability of being right, and whether it was. */
export interface Forecast {
  readonly probability: number;
  readonly right: boolean;
}

/** One bar of a reliability diagram. */
export interface Bin {
  readonly count: number;
  /** Mean probability that was given. */
  readonly confidence: number;
  /** Share that was right. */
  readonly accuracy: number;
}

const usualBins = 15;

/**
 * Sorts forecasts into bins of equal width by their probability, from 0 to 1 (Niculescu-Mizil and Caruana 2005). Bins without
 * forecasts are left out.
 */
export function reliability(forecasts: readonly Forecast[], bins = usualBins): Bin[] {
  const binned = Array.from({ length: bins }, (): Forecast[] => []);
  for (const forecast of forecasts) binned[Math.min(bins - 1, Math.floor(forecast.probability * bins))]?.push(forecast);
  return binned
    .filter((bin) => bin.length > 0)
    .map((bin) => ({
      count: bin.length,
      confidence: bin.reduce((sum, { probability }) => sum + probability, 0) / bin.length,
      accuracy: bin.filter(({ right }) => right).length / bin.length,
    }));
}

/**
 * Expected calibration error: how far confidence and accuracy lie apart in the bins of a reliability diagram, each bin counted
 * by its forecasts (Guo and others 2017). 0 where there are no forecasts.
 */
export function expectedCalibrationError(bins: readonly Bin[]): number {
  const count = bins.reduce((sum, bin) => sum + bin.count, 0);
  const gaps = bins.reduce((sum, bin) => sum + bin.count * Math.abs(bin.confidence - bin.accuracy), 0);
  return count === 0 ? 0 : gaps / count;
}
