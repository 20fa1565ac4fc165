import type { FieldDescription } from '../describe.ts';
import type { Evidence } from '../evidence.ts';
import { normaliseForField } from '../normalise/normalise.ts';
import type { Tables } from '../tables/tables.ts';
import type { Finding } from './finding.ts';

/** Every symbology but these checks itself; these are read alike on two scan lines at least. */
const unchecked = ['Code39', 'ITF'];

/** What a barcode says. A zone with ink and no code holds one that a person must read. */
export function evidenceFromBarcode(
  description: FieldDescription,
  { reading: { code, inked, box }, page }: Finding<'barcode'>,
  tables: Tables,
): Partial<Evidence> {
  if (code === null) return { confidence: inked ? 0.5 : 0.99, doubt: inked ? 'not-read' : null, box, page };
  const confidence = unchecked.includes(code.format) ? 0.98 : 0.999;
  return { normalised: normaliseForField(description, code.text, tables), raw: code.text, confidence, box, page };
}
