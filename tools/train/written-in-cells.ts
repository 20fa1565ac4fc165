import type { FieldValue } from '../../ocr/model/field.ts';
import type { Zone } from '../../ocr/model/form.ts';
import { noCharacter } from './alphabet.ts';

type CellZone = Extract<Zone, { kind: 'comb' | 'date' }>;

/**
 * What must stand in each cell of a comb for its field to have this value; null where that is not certain: no text, a text
 * longer than the comb, or a date that is not whole.
 */
export function writtenInCells(zone: CellZone, value: FieldValue): string[] | null {
  if (typeof value !== 'string' || zone.cells === undefined) return null;
  const text = zone.kind === 'date' ? dateInCells(value, zone.order) : value.toUpperCase();
  if (text === null || text.length > zone.cells) return null;
  return Array.from({ length: zone.cells }, (_, cell) => (text[cell] ?? ' ').replace(' ', noCharacter));
}

function dateInCells(isoDate: string, order: 'dmy' | 'ymd'): string | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(isoDate);
  if (parts === null) return null;
  const [, year = '', month = '', day = ''] = parts;
  return order === 'dmy' ? day + month + year : year + month + day;
}
