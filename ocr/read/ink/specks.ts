import type { Box } from '../../model/geometry.ts';
import type { Component } from './components.ts';

/** Smaller than this is never writing; a thin full stop has about 0.1 mm2. */
const leastMm2 = 0.05;
/** Smaller than this is a dot, a comma or an accent, which stands by a letter, or else a speck. */
const smallMm2 = 0.18;
const nearMm = 0.9;
/** Typewriters leave this much between a full stop and the letters on either side. */
const pitchMm = 1.9;
/** So much lies between the last letter of a typewritten line and its full stop, and no more beside the foot of that letter. */
const lastPitchMm = 2.3;
const footSlackMm = 0.3;
/** An apostrophe or the full stop of a line stands away from other ink: smaller than this it is not told from dust. */
const apartMm2 = 0.09;

/**
 * Leaves out specks: tiny pieces, and small ones that stand by no larger one, nor between two of a line, nor behind its last.
 */
export function withoutSpecks(components: readonly Component[], pxPerMm: number): Component[] {
  const areaPx = pxPerMm * pxPerMm;
  const large = components.filter(({ pixels }) => pixels.length >= smallMm2 * areaPx);
  const nearPx = nearMm * pxPerMm;
  return components.filter(({ pixels, box }) => {
    if (pixels.length >= smallMm2 * areaPx) return true;
    if (pixels.length < leastMm2 * areaPx) return false;
    if (large.some((other) => distance(box, other.box) <= nearPx)) return true;
    const mayStandApart = pixels.length >= apartMm2 * areaPx;
    // Between two small letters an apostrophe stands above both.
    const risePx = mayStandApart ? nearPx : 0;
    return (
      standsBetween(box, large, { reachPx: pitchMm * pxPerMm, risePx }) ||
      (mayStandApart && endsLine(box, large, pxPerMm))
    );
  });
}

/** Whether pieces stand on both sides of a box, no farther than `reachPx`, level with it or lower by at most `risePx`. */
function standsBetween(
  box: Box,
  pieces: readonly Component[],
  { reachPx, risePx }: { readonly reachPx: number; readonly risePx: number },
): boolean {
  const middle = (box[1] + box[3]) / 2;
  const level = pieces.filter(({ box: [, top, , bottom] }) => top - risePx <= middle && bottom >= middle);
  const onLeft = level.some((piece) => box[0] >= piece.box[2] && box[0] - piece.box[2] <= reachPx);
  return onLeft && level.some((piece) => piece.box[0] >= box[2] && piece.box[0] - box[2] <= reachPx);
}

/** Whether a box stands where the full stop of a typewritten line does: on its foot, one letter's width behind the last. */
function endsLine(box: Box, pieces: readonly Component[], pxPerMm: number): boolean {
  return pieces.some(
    ({ box: [, , right, foot] }) =>
      box[0] >= right && box[0] - right <= lastPitchMm * pxPerMm && Math.abs(box[3] - foot) <= footSlackMm * pxPerMm,
  );
}

/** Distance between two boxes along the farther axis; 0 when they touch or overlap. */
export function distance(one: Box, other: Box): number {
  const dx = Math.max(other[0] - one[2], one[0] - other[2], 0);
  const dy = Math.max(other[1] - one[3], one[1] - other[3], 0);
  return Math.max(dx, dy);
}
