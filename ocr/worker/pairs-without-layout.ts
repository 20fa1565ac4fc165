import type { PairModel } from '../extract/pairs/model.ts';
import { pairsOfPage } from '../extract/pairs/page-pairs.ts';
import { type Affine, type Box, composeAffine, invertAffine, mapBox } from '../model/geometry.ts';
import type { GreyImage, PreparedPage } from '../model/page.ts';
import type { Pair } from '../model/reading.ts';
import { mapRules } from '../model/rules.ts';
import { readBoxes } from '../read/marks/read-boxes.ts';
import { findCells } from '../read/rules/find-cells.ts';
import { findRules } from '../read/rules/find-rules.ts';
import type { LevelWords } from '../read/whole/full-page.ts';

/** A page that was read without a layout. */
export interface LoosePage {
  readonly captured: GreyImage;
  readonly page: PreparedPage;
  readonly level: LevelWords;
  /** Rows of dots on the prepared page, which are written on as rules are. */
  readonly leaders: readonly Box[];
}

/** Labels with their values, from the words, rules and boxes of a page; boxes in pixels of the captured page. */
export function pairsWithoutLayout({ captured, page, level, leaders }: LoosePage, model: PairModel): Pair[] {
  if (page.blank) return [];
  const toLevel = composeAffine(page.toCaptured, invertAffine(level.toCaptured));
  const printed = mapRules(toLevel, findRules(page.image, page.dpi));
  const dotted = leaders.map((box) => mapBox(toLevel, box));
  const thin = thinRules(captured, page).map((box) => mapBox(invertAffine(level.toCaptured), box));
  const seen = {
    ...level,
    tickBoxes: readBoxes(page).map((tick) => ({ ...tick, box: mapBox(toLevel, tick.box) })),
    rules: { across: [...printed.across, ...dotted, ...thin], down: printed.down },
    cells: findCells(page.image, page.dpi).map((box) => mapBox(toLevel, box)),
  };
  return pairsOfPage(seen, model);
}

/**
 * Rules that run across the page and are so thin that cleaning takes them away with the specks, looked for where it has not been. In
 * pixels of the captured page; none where that lies much askew.
 */
export function thinRules(
  captured: GreyImage,
  { dpi, toCaptured, rotationDeg }: Pick<PreparedPage, 'dpi' | 'toCaptured' | 'rotationDeg'>,
): readonly Box[] {
  const { across, down } = findRules(captured, dpi * scaleOf(toCaptured));
  return rotationDeg % 180 === 0 ? across : down;
}

function scaleOf([a, b]: Affine): number {
  return Math.hypot(a, b);
}
