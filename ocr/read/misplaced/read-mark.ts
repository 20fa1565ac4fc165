import type { Zone } from '../../model/form.ts';
import { mapBox } from '../../model/geometry.ts';
import type { ZoneReading } from '../../model/reading.ts';
import { type FormView, imageBox } from '../ink/form-view.ts';
import { hasWriting } from '../ink/has-writing.ts';
import { findZoneInk } from '../ink/zone-ink.ts';

type MarkZone = Extract<Zone, { kind: 'mark' }>;

/** Nobody can tell for sure which box was meant by a mark that stands beside all of them. */
const guessed = { manner: 'beside', state: 'unclear', confidence: 0.5, inkShare: 0 } as const;
const unseen = { manner: 'unseen', state: 'unclear', confidence: 0.5, inkShare: 0 } as const;

/** Guesses how a box is meant of which a machine wrote the mark elsewhere. `zone` is where it would have been marked. */
export function readMisplacedMark(view: FormView, zone: MarkZone): Extract<ZoneReading, { kind: 'mark' }> {
  const ink = findZoneInk(view, zone.rectMm, 0);
  const box = mapBox(view.page.toCaptured, imageBox(view, zone.rectMm));
  return { kind: 'mark', zone: zone.id, box, ...(ink !== null && hasWriting(ink) ? guessed : unseen) };
}
