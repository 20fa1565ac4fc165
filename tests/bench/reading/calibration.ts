import { expectedCalibrationError, type Forecast, reliability } from '../../../ocr/extract/calibrate/reliability.ts';
import { type Measure, measured } from '../measure.ts';

/** How far confidence and accuracy lie apart, and both bin by bin: the bars of a reliability diagram. */
export function calibrationMeasures(forecasts: readonly Forecast[], on: string): Measure[] {
  const bins = reliability(forecasts);
  const error = expectedCalibrationError(bins);
  return [
    measured({
      measure: 'expected calibration error',
      on,
      value: error,
      unit: 'share',
      count: forecasts.length,
      aim: { atMost: 0.02 },
    }),
    ...bins.map(({ confidence, accuracy, count }) =>
      measured({
        measure: `right where confidence is ${confidence.toFixed(3)}`,
        on,
        value: accuracy,
        unit: 'share',
        count,
      }),
    ),
  ];
}
