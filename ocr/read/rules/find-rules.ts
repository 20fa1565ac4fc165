import type { Box } from '../../model/geometry.ts';
import type { GreyImage } from '../../model/page.ts';
import type { Rules } from '../../model/rules.ts';
import { sharedKernel } from '../../prepare/kernel/shared.ts';
import { growRuns, type Strip, type Stroke, turned } from './rule-runs.ts';

const inkLevel = 160;
const searchDpi = 150;
/** Strokes of letters are shorter. */
const leastAcrossMm = 5;
const leastDownMm = 6;
const mostThickMm = 1.2;
/** Dots of a rule, and breaks in it, are no farther apart. */
const mostGapMm = 0.35;

/** Finds the rules printed across and down a level page, dotted ones too. In pixels of the image. */
export function findRules(image: GreyImage, dpi: number): Rules {
  const factor = Math.max(1, Math.floor(dpi / searchDpi));
  const pxPerMm = dpi / factor / 25.4;
  const kernel = sharedKernel();
  const { data, widthPx, heightPx } = kernel.scope(() =>
    kernel.read(kernel.darkerReduced(kernel.load(image), factor, inkLevel)),
  );
  const limits = { gapPx: mostGapMm * pxPerMm, thickPx: mostThickMm * pxPerMm };
  const rows: Strip = { data, count: heightPx, length: widthPx };
  const across = growRuns(rows, { ...limits, leastPx: leastAcrossMm * pxPerMm });
  const down = growRuns(turned(rows), { ...limits, leastPx: leastDownMm * pxPerMm });
  const scaled = (box: Box): Box => [box[0] * factor, box[1] * factor, box[2] * factor, box[3] * factor];
  return {
    across: across.map(({ first, end, from, to }: Stroke) => scaled([from, first, to, end])),
    down: down.map(({ first, end, from, to }: Stroke) => scaled([first, from, end, to])),
  };
}
