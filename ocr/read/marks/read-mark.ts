import type { Zone } from '../../model/form.ts';
import { mapBox } from '../../model/geometry.ts';
import type { ZoneReading } from '../../model/reading.ts';
import { type FormView, imageBox } from '../ink/form-view.ts';
import { measureMark } from './features.ts';
import { judgeMark } from './judge.ts';
import { findMarkInk } from './mark-ink.ts';
import { paleExtent } from './pale-stroke.ts';

type MarkZone = Extract<Zone, { kind: 'mark' }>;
type MarkReading = Extract<ZoneReading, { kind: 'mark' }>;

/** A pale stroke spans at least this share of its box; it goes to a person. */
const leastPaleExtent = 0.25;
const paleMark = { manner: 'faint', state: 'unclear', confidence: 0.5 } as const;

/**
 * Tells how a tick box is marked, from the ink in and around it that the same box of the empty form has not. `zones` are all
 * zones of the page. What the boxes
 * of one question mean together is decided later, where the form's schema says whether several may be marked.
 */
export function readMark(view: FormView, zone: MarkZone, zones: readonly Zone[] = [zone]): MarkReading {
  const place = {
    kind: 'mark',
    zone: zone.id,
    box: mapBox(view.page.toCaptured, imageBox(view, zone.rectMm)),
  } as const;
  const others = zones.filter((other) => other.kind === 'mark' && other.id !== zone.id).map(({ rectMm }) => rectMm);
  const markInk = findMarkInk(view, zone.rectMm, others);
  if (markInk === null) return { ...place, manner: 'unseen', state: 'unclear', confidence: 0.5, inkShare: 0 };
  const features = measureMark(markInk);
  const { frameShare } = markInk.located;
  const judged = judgeMark(features, frameShare, markInk.framed);
  const isPale =
    (judged.manner === 'none' || judged.manner === 'unseen') && paleExtent(view, markInk) >= leastPaleExtent;
  return { ...place, ...(isPale ? paleMark : judged), inkShare: Math.min(1, features.inkShare) };
}
