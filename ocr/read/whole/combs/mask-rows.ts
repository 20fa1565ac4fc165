import type { Box } from '../../../model/geometry.ts';
import type { InkMask } from '../../ink/mask.ts';

/** So much of a row of pixels is ink where a rule runs, faint ones too. */
const ruleShare = 0.75;

/** Whether a rule runs across a box from side to side. */
export function isRuledIn(mask: InkMask, [x0, y0, x1, y1]: Box): boolean {
  const lengthPx = Math.round(x1) - Math.round(x0);
  for (let y = Math.max(0, Math.round(y0)); y < Math.round(y1); y += 1) {
    if (inkIn(mask, y, x0, x1) >= ruleShare * lengthPx) return true;
  }
  return false;
}

export function isBlankAt(mask: InkMask, y: number, x0: number, x1: number): boolean {
  return inkIn(mask, y, x0, x1) === 0;
}

/** Whether every row of a box has ink, as far as the mask reaches. */
export function meetsInkUnder(mask: InkMask, [x0, y0, x1, y1]: Box): boolean {
  for (let y = Math.round(y0); y < Math.min(mask.heightPx, Math.ceil(y1)); y += 1) {
    if (isBlankAt(mask, y, x0, x1)) return false;
  }
  return true;
}

function inkIn({ data, widthPx }: InkMask, y: number, x0: number, x1: number): number {
  const end = Math.min(widthPx, Math.round(x1));
  let inked = 0;
  for (let x = Math.max(0, Math.round(x0)); x < end; x += 1) inked += data[y * widthPx + x] ?? 0;
  return inked;
}
