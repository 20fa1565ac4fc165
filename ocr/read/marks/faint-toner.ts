import type { RectMm } from '../../model/geometry.ts';
import type { FormView } from '../ink/form-view.ts';
import { measureMark } from './features.ts';
import { judgeMark } from './judge.ts';
import { findMarkInk, type MarkInk } from './mark-ink.ts';
import { leastPaleExtent, strokeLevel } from './pale-stroke.ts';
import { inkLevel } from './separate-ink.ts';

/** Frames in faint toner are looked for at these levels, the darker ones first. */
const faintFrameLevels = [215, 230, 240] as const;
/** So much of a faint frame shows that nothing as dark is hidden in it. */
const leastFaintFrame = 0.7;

/** Whether a box is empty at the level at which its faded frame is seen: a mark, printed or typed, would be seen there too. */
export function isEmptyInFaintFrame(view: FormView, rectMm: RectMm, others: readonly RectMm[]): boolean {
  for (const level of faintFrameLevels) {
    const faintInk = findMarkInk(view, rectMm, others, { level });
    if (faintInk === null || faintInk.located.frameShare < leastFaintFrame) continue;
    const features = measureMark(faintInk);
    const { state } = judgeMark(features, faintInk.located.frameShare, faintInk.framed);
    return state === 'empty' && features.extent < leastPaleExtent;
  }
  return false;
}

/** Whether a stroke stands beside a box whose frame is in faint toner: it is as pale, and not seen at the usual level of ink. */
export function isPaleStrokeBeside(
  view: FormView,
  rectMm: RectMm,
  others: readonly RectMm[],
  { region, located }: MarkInk,
): boolean {
  const level = strokeLevel(view, region, located.box);
  if (level <= inkLevel) return false;
  const paleInk = findMarkInk(view, rectMm, others, { level });
  return paleInk !== null && judgeMark(measureMark(paleInk), 1, true).manner === 'beside';
}
