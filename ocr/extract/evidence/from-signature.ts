import type { Evidence } from '../evidence.ts';
import { nothingWritten } from '../normalise/normalised.ts';
import type { Finding } from './finding.ts';

export function evidenceFromSignature({ reading, page }: Finding<'signature'>): Partial<Evidence> {
  return {
    normalised: { ...nothingWritten, value: reading.present },
    raw: String(reading.present),
    confidence: reading.confidence,
    box: reading.box,
    page,
  };
}
