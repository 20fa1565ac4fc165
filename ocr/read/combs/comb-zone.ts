import type { Zone } from '../../model/form.ts';
import type { FormView } from '../ink/form-view.ts';
import type { ZoneText } from '../zone-text.ts';
import { charsetsByPosition } from './pattern-charsets.ts';
import { type CombReaders, readComb } from './read-comb.ts';

type CombZone = Extract<Zone, { kind: 'comb' }>;

/** Reads a comb zone with the characters that its charset and its pattern allow in each cell. */
export function readCombZone(view: FormView, zone: CombZone, readers: CombReaders): Promise<ZoneText> {
  const { cells, charset = '', pattern } = zone;
  const byPattern = pattern === undefined ? null : charsetsByPosition(pattern, cells);
  const charsets = byPattern ?? Array.from({ length: cells }, () => charset);
  return readComb(view, zone.rectMm, { cells, charsets }, readers);
}
