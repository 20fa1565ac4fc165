import type { Zone } from '../model/form.ts';
import { type Box, mapBox } from '../model/geometry.ts';
import type { ZoneReading } from '../model/reading.ts';
import { type FormView, imageBox } from './ink/form-view.ts';
import { findZoneInk, type ZoneInk } from './ink/zone-ink.ts';

type MarkZone = Extract<Zone, { kind: 'mark' }>;
type MarkReading = Extract<ZoneReading, { kind: 'mark' }>;

/** Ticks leave their box; what lies farther away is meant for something else. */
const marginMm = 2.5;

/** Extent and amount of the new ink of a box, relative to the box. */
export interface MarkEvidence {
  /** Share of the box's inside that is newly inked. */
  readonly inkShare: number;
  /** The longer side of the new ink inside the box, relative to the box's side. */
  readonly extent: number;
}

/**
 * Decides whether a tick box is marked, from the ink that it has and the same box of the empty form has not. A mark is a
 * stroke: it spans a good part of the box. Short or faint ink that may be dirt or the tail of a word is `unclear`, and
 * smaller still is `empty`.
 */
export function readMark(view: FormView, zone: MarkZone): MarkReading {
  const box = imageBox(view, zone.rectMm);
  const zoneInk = findZoneInk(view, zone.rectMm, marginMm);
  const evidence = zoneInk === null ? { inkShare: 0, extent: 0 } : weighMark(zoneInk);
  return {
    kind: 'mark',
    zone: zone.id,
    ...judgeMark(evidence),
    inkShare: evidence.inkShare,
    box: mapBox(view.page.toCaptured, box),
  };
}

const least = { extent: 0.4, inkShare: 0.035 };
const surely = { extent: 0.55, inkShare: 0.06 };
const noMark = { extent: 0.22, inkShare: 0.015 };

/** Turns evidence into a state and how sure it is. */
export function judgeMark({ inkShare, extent }: MarkEvidence): Pick<MarkReading, 'state' | 'confidence'> {
  if (extent >= surely.extent && inkShare >= surely.inkShare) return { state: 'marked', confidence: 0.99 };
  if (extent >= least.extent && inkShare >= least.inkShare) return { state: 'marked', confidence: 0.9 };
  if (extent === 0) return { state: 'empty', confidence: 0.995 };
  if (extent <= noMark.extent || inkShare <= noMark.inkShare) return { state: 'empty', confidence: 0.95 };
  return { state: 'unclear', confidence: 0.5 };
}

function weighMark({ components, region, zoneBox }: ZoneInk): MarkEvidence {
  const [x0, y0, x1, y1] = zoneBox;
  let count = 0;
  let inked: Box = [x1, y1, x0, y0];
  for (const { pixels } of components) {
    for (const at of pixels) {
      const x = at % region.widthPx;
      const y = (at - x) / region.widthPx;
      if (x < x0 || x >= x1 || y < y0 || y >= y1) continue;
      count += 1;
      inked = [Math.min(inked[0], x), Math.min(inked[1], y), Math.max(inked[2], x + 1), Math.max(inked[3], y + 1)];
    }
  }
  if (count === 0) return { inkShare: 0, extent: 0 };
  const extent = Math.max(inked[2] - inked[0], inked[3] - inked[1]) / Math.max(x1 - x0, y1 - y0);
  // Pixels that straddle the edges count whole, so that a box filled to them would have more ink than room.
  return { inkShare: Math.min(1, count / ((x1 - x0) * (y1 - y0))), extent };
}
