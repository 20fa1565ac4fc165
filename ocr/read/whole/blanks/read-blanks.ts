import type { Zone } from '../../../model/form.ts';
import type { Box, RectMm } from '../../../model/geometry.ts';
import type { PreparedPage } from '../../../model/page.ts';
import { flatWarp } from '../../../model/warp.ts';
import type { ZoneEngines } from '../../zone-engines.ts';
import { type PlacedWords, readFoundZones } from '../../zones.ts';
import { drawPrint, type LoosePrint } from './draw-print.ts';

/** Share of a room's height below its rule that is looked at: more takes in the tops of the next line. */
const belowShare = 0.05;

/**
 * Reads what stands on blanks as the zones of a form are read: of one on which nothing is printed but the rules and the words of the
 * page. `rooms` reach from as high as writing may down to the rules, in pixels of the prepared page. One for each of them. Rejects when
 * an engine fails.
 */
export function readBlanks(
  page: PreparedPage,
  rooms: readonly Box[],
  printed: LoosePrint,
  engines: ZoneEngines,
): Promise<(PlacedWords | null)[]> {
  const pxPerMm = page.dpi / 25.4;
  const form = {
    zones: rooms.map((room, index) => zoneOf(room, index, pxPerMm)),
    checkedFields: new Set<string>(),
    warp: flatWarp([pxPerMm, 0, 0, pxPerMm, 0, 0]),
    reference: { image: drawPrint(page.image, printed), dpi: page.dpi },
  };
  return readFoundZones(page, form, engines);
}

function zoneOf([x0, y0, x1, y1]: Box, index: number, pxPerMm: number): Zone {
  const rectMm: RectMm = {
    x: x0 / pxPerMm,
    y: y0 / pxPerMm,
    width: (x1 - x0) / pxPerMm,
    height: ((1 + belowShare) * (y1 - y0)) / pxPerMm,
  };
  return { id: String(index), field: `/${index}`, rectMm, kind: 'text', hand: 'any', lines: 1 };
}
