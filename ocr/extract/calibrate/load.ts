import { readFile } from 'node:fs/promises';
import { type Calibration, calibrationSchema } from './calibration.ts';

/** Loads a calibration. Rejects when the file is missing, no JSON or not one. */
export async function loadCalibration(file: string): Promise<Calibration> {
  return calibrationSchema.parse(JSON.parse(await readFile(file, 'utf8')));
}
