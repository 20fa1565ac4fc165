import type { Zone } from '../../model/form.ts';
import { mapBox, type RectMm } from '../../model/geometry.ts';
import type { ZoneReading } from '../../model/reading.ts';
import { type FormView, imageBox } from '../ink/form-view.ts';
import { isEmptyInFaintFrame, isPaleStrokeBeside } from './faint-toner.ts';
import { type MarkFeatures, measureMark } from './features.ts';
import { judgeMark, type MarkJudgement } from './judge.ts';
import { findMarkInk, type MarkInk } from './mark-ink.ts';
import { leastPaleExtent, paleExtent } from './pale-stroke.ts';
import { isPalerThanFrame } from './paler-mark.ts';
import { levelUnderStamp } from './stamp-near.ts';
import { hasWholeMark } from './whole-mark.ts';

type MarkZone = Extract<Zone, { kind: 'mark' }>;
type MarkReading = Extract<ZoneReading, { kind: 'mark' }>;

const paleMark = { manner: 'faint', state: 'unclear', confidence: 0.5 } as const;
/** Of ink around a box that reaches farther a stamp may have a part, in box sides. */
const stampExtent = 0.4;
/** Nobody can tell what is there. */
const covered = { manner: 'unseen', state: 'unclear', confidence: 0.5, inkShare: 0 } as const;
const wholeMark = { manner: 'stroke', state: 'marked', confidence: 0.95 } as const;
const besideBox = { manner: 'beside', state: 'unclear', confidence: 0.5 } as const;
const emptyBox = { manner: 'none', state: 'empty', confidence: 0.98 } as const;

/**
 * Tells how a tick box is marked, from the ink in and around it that the same box of the empty form has not. `zones` are all
 * zones of the page. What the boxes of one question mean together is decided later, where the form's schema says whether several
 * may be marked.
 */
export function readMark(view: FormView, zone: MarkZone, zones: readonly Zone[] = [zone]): MarkReading {
  const place = {
    kind: 'mark',
    zone: zone.id,
    box: mapBox(view.page.toCaptured, imageBox(view, zone.rectMm)),
  } as const;
  const others = zones.filter((other) => other.kind === 'mark' && other.id !== zone.id).map(({ rectMm }) => rectMm);
  const markInk = findMarkInk(view, zone.rectMm, others);
  if (markInk === null) return { ...place, ...covered };
  const features = measureMark(markInk);
  const { frameShare } = markInk.located;
  const judged = judgeMark(features, frameShare, markInk.framed);
  const level =
    judged.state !== 'empty' && features.outsideExtent >= stampExtent ? levelUnderStamp(view, zone.rectMm) : null;
  if (level !== null) return { ...place, ...readUnderStamp(view, zone.rectMm, others, level) };
  const settled =
    judged.state === 'empty' && hasTraces(features) && hasWholeMark(view, markInk, others)
      ? wholeMark
      : settleDoubt(view, markInk, others, judged);
  if (settled.manner === 'none' && isPaleStrokeBeside(view, zone.rectMm, others, markInk)) {
    return { ...place, ...besideBox, inkShare: 0 };
  }
  if (settled.manner === 'unseen' && isEmptyInFaintFrame(view, zone.rectMm, others)) {
    return { ...place, ...emptyBox, inkShare: 0 };
  }
  const mark = judged.state === 'marked' && isPalerThanFrame(view, zone.rectMm) ? paleMark : settled;
  return { ...place, ...mark, inkShare: Math.min(1, features.inkShare) };
}

/** Whether there is any ink in or around a box: of a thin cross on its edge the print that was taken away leaves no more. */
function hasTraces({ inkShare, crumbShare, outsideExtent }: MarkFeatures): boolean {
  return inkShare > 0 || crumbShare > 0 || outsideExtent > 0;
}

/** What is marked in darker ink than the stamp's is a mark; whether anything else is, nobody can tell for sure. */
function readUnderStamp(
  view: FormView,
  rectMm: RectMm,
  others: readonly RectMm[],
  level: number,
): MarkJudgement & Pick<MarkReading, 'inkShare'> {
  const darkInk = findMarkInk(view, rectMm, others, { level });
  if (darkInk === null) return covered;
  const features = measureMark(darkInk);
  const judged = judgeMark(features, darkInk.located.frameShare, darkInk.framed);
  return judged.state === 'marked' ? { ...judged, inkShare: Math.min(1, features.inkShare) } : covered;
}

/** Looks again where ink is too faint, or does not lie inside, or may be too pale to be seen. */
function settleDoubt(
  view: FormView,
  markInk: MarkInk,
  others: readonly RectMm[],
  judged: MarkJudgement,
): MarkJudgement {
  const { manner } = judged;
  const isPale = (manner === 'none' || manner === 'unseen') && paleExtent(view, markInk) >= leastPaleExtent;
  if (!isPale && manner !== 'faint' && manner !== 'beside') return judged;
  if (hasWholeMark(view, markInk, others)) return wholeMark;
  return isPale ? paleMark : judged;
}
