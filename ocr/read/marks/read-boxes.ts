import type { PreparedPage } from '../../model/page.ts';
import type { TickBox } from '../../model/reading.ts';
import { viewForm } from '../ink/form-view.ts';
import { measureMark } from './features.ts';
import { findBoxes } from './find-boxes.ts';
import { judgeMark } from './judge.ts';
import { findMarkInk } from './mark-ink.ts';

/** What lies around a box plays no part. */
const marginMm = 1.2;
/** No empty form is known: everything on the page may be written. */
const unknownForm = { image: { data: new Uint8Array([255]), widthPx: 1, heightPx: 1 }, dpi: 25.4 };

/**
 * Finds the tick boxes of a page that no layout describes and tells whether they are marked, by what is inside: around them
 * stand their texts, which cannot be told from marks here. In pixels of the prepared page.
 */
export function readBoxes(page: PreparedPage): TickBox[] {
  const pxPerMm = page.dpi / 25.4;
  const view = viewForm(page, [pxPerMm, 0, 0, pxPerMm, 0, 0], unknownForm);
  return findBoxes(page.image, page.dpi).flatMap((box) => {
    const [x0, y0, x1, y1] = box.map((edge) => Math.max(0, edge / pxPerMm));
    if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) return [];
    const markInk = findMarkInk(view, { x: x0, y: y0, width: x1 - x0, height: y1 - y0 }, [], { marginMm });
    if (markInk === null) return [];
    const features = { ...measureMark(markInk), roundShare: 0, outsideExtent: 0 };
    const { state, confidence } = judgeMark(features, 1, false);
    return [{ box, state, confidence }];
  });
}
