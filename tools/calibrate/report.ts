import { type Calibration, poolSchema } from '../../ocr/extract/calibrate/calibration.ts';
import type { Observation } from '../../ocr/extract/calibrate/fit.ts';
import { formatTable } from '../report/table.ts';

/** Tells what a fit saw and promises. */
export function formatCalibration(calibration: Calibration, observations: readonly Observation[]): string {
  const { crossValidation, models, thresholds } = calibration;
  const seen = models.flatMap(({ family, seen }) =>
    seen.map(({ kind, fields, wrong }) => [family, kind, String(fields), String(wrong)]),
  );
  const rows = thresholds.map(({ falseAccepts, ...least }) => [
    String(falseAccepts),
    ...poolSchema.options.map((pool) => least[pool]?.toFixed(4) ?? 'none'),
  ]);
  const error = crossValidation.expectedCalibrationError.toFixed(4);
  return [
    formatTable([['family', 'kind', 'fields', 'wrong'], ...seen]),
    formatTable([['false accepts', ...poolSchema.options.map((pool) => `${pool}, from`)], ...rows]),
    `${observations.length} fields; expected calibration error ${error} over ${crossValidation.folds} folds`,
  ].join('\n\n');
}
