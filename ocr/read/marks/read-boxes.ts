import { type Box, mapBox } from '../../model/geometry.ts';
import type { PreparedPage } from '../../model/page.ts';
import { viewForm } from '../ink/form-view.ts';
import { measureMark } from './features.ts';
import { findBoxes } from './find-boxes.ts';
import { judgeMark, type MarkJudgement } from './judge.ts';
import { findMarkInk } from './mark-ink.ts';

/** A tick box of a page without a layout, in pixels of the captured page. */
export interface FoundBox extends MarkJudgement {
  readonly box: Box;
}

/** No empty form is known: everything on the page may be written. */
const unknownForm = { image: { data: new Uint8Array([255]), widthPx: 1, heightPx: 1 }, dpi: 25.4 };

/**
 * Finds the tick boxes of a page that no layout describes and tells whether they are marked, by what is inside: around them
 * stand their texts, which cannot be told from marks here.
 */
export function readBoxes(page: PreparedPage): FoundBox[] {
  const pxPerMm = page.dpi / 25.4;
  const view = viewForm(page, [pxPerMm, 0, 0, pxPerMm, 0, 0], unknownForm);
  return findBoxes(page.image, page.dpi).flatMap((box) => {
    const [x0, y0, x1, y1] = box.map((edge) => Math.max(0, edge / pxPerMm));
    if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) return [];
    const markInk = findMarkInk(view, { x: x0, y: y0, width: x1 - x0, height: y1 - y0 });
    if (markInk === null) return [];
    const features = { ...measureMark(markInk), roundShare: 0, outsideExtent: 0 };
    return [{ box: mapBox(page.toCaptured, box), ...judgeMark(features, 1, false) }];
  });
}
