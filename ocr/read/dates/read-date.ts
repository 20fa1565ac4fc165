import type { Zone } from '../../model/form.ts';
import { readComb } from '../combs/read-comb.ts';
import type { FormView } from '../ink/form-view.ts';
import type { OtherZone } from '../overrun/side.ts';
import { readPlainText } from '../text/read-text.ts';
import type { ZoneEngines } from '../zone-engines.ts';
import type { ZoneText } from '../zone-text.ts';
import { readDateParts } from './date-parts.ts';

type DateZone = Extract<Zone, { kind: 'date' }>;

const digits = '0123456789';

/** Reads a date as it is written: eight digits from a comb or from three parts, digits with separators from a plain line. */
export async function readDate(
  view: FormView,
  zone: DateZone,
  others: readonly OtherZone[],
  engines: ZoneEngines,
): Promise<ZoneText> {
  const { cells, parts, rectMm } = zone;
  if (parts !== undefined) return readDateParts(view, zone, parts, engines.combs);
  if (cells === undefined)
    return readPlainText(view, rectMm, { lines: 1, checked: true, others, charset: `${digits}/.- ` }, engines.lines);
  return readComb(view, rectMm, { cells, charsets: Array.from({ length: cells }, () => digits) }, engines.combs);
}
