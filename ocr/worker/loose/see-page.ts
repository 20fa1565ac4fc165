import type { SeenPage } from '../../extract/pairs/page-pairs.ts';
import { type Affine, type Box, composeAffine, invertAffine, mapBox } from '../../model/geometry.ts';
import type { GreyImage, PreparedPage } from '../../model/page.ts';
import type { Rules } from '../../model/rules.ts';
import { readBoxes } from '../../read/marks/read-boxes.ts';
import { findCells } from '../../read/rules/find-cells.ts';
import { findRules } from '../../read/rules/find-rules.ts';
import type { PageText } from '../../read/whole/full-page.ts';
import { thinRules } from './thin-rules.ts';

/** A page that was read without a layout. */
export interface LoosePage {
  readonly captured: GreyImage;
  readonly page: PreparedPage;
  readonly text: PageText;
  /** Rows of dots on the prepared page, which are written on as rules are. */
  readonly leaders: readonly Box[];
}

/** The rules of a page, those in rows of dots too, in pixels of the page as its words were read. */
export function rulesOfPage({ captured, page, text: { level }, leaders }: LoosePage): Rules {
  const toLevel = toLevelOf(page, level.toCaptured);
  const { across, down } = findRules(page.image, page.dpi);
  const thin = thinRules(captured, page);
  return {
    across: [
      ...[...across, ...leaders].map((box) => mapBox(toLevel, box)),
      ...thin.map((box) => mapBox(invertAffine(level.toCaptured), box)),
    ],
    down: down.map((box) => mapBox(toLevel, box)),
  };
}

/** The tick boxes of a page and what its rules close in, in the same pixels. */
export function boxesOfPage({ page, text: { level } }: LoosePage): Pick<SeenPage, 'tickBoxes' | 'cells'> {
  const toLevel = toLevelOf(page, level.toCaptured);
  return {
    tickBoxes: readBoxes(page).map((tick) => ({ ...tick, box: mapBox(toLevel, tick.box) })),
    cells: findCells(page.image, page.dpi).map((box) => mapBox(toLevel, box)),
  };
}

/** The map from pixels of a prepared page to those of the page as its words were read. */
export function toLevelOf(page: Pick<PreparedPage, 'toCaptured'>, levelToCaptured: Affine): Affine {
  return composeAffine(page.toCaptured, invertAffine(levelToCaptured));
}
