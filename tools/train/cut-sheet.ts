import { composeAffine, invertAffine } from '../../ocr/model/geometry.ts';
import { preparePage } from '../../ocr/prepare/prepare.ts';
import { viewForm } from '../../ocr/read/ink/form-view.ts';
import { capturePaper } from '../samples/degrade/capture.ts';
import { drawDamage } from '../samples/degrade/damage.ts';
import type { Random } from '../samples/random.ts';
import { cutComb } from './cut-comb.ts';
import type { LabelledGlyph } from './glyph-set.ts';
import { drawEmptySheet, type OpenFace, type Sheet, type SheetComb, sheetSize } from './sheet.ts';

/** A glyph together with how it was written. */
export type WrittenGlyph = LabelledGlyph & Pick<SheetComb, 'kind' | 'face'>;

const emptyDpi = 150;
/** Deviation of where registration finds a comb from where it is. */
const registrationMm = 0.12;

/** Copies and scans a sheet, prepares it as every page, and cuts its characters out as reading does. */
export async function cutSheet(random: Random, sheet: Sheet, openFace: OpenFace): Promise<WrittenGlyph[]> {
  const level = random.pick(['none', 'light', 'light', 'medium', 'medium', 'heavy'] as const);
  const damage = { ...drawDamage(random.fork('damage'), { level }), stamp: false };
  const stampFace = openFace({ family: 'roboto', weight: 400 });
  const context = { stampFace, protocol: '', today: '2026-10-30' };
  const paper = { size: sheetSize, elements: sheet.print + sheet.ink };
  const { image, toCaptured } = await capturePaper(paper, damage, random.fork('capture'), context);
  const page = preparePage({ image, dpi: damage.dpi }, { turnDeg: 0 });
  const emptyForm = { image: await drawEmptySheet(sheet, emptyDpi), dpi: emptyDpi };
  const toImage = composeAffine(toCaptured, invertAffine(page.toCaptured));
  return sheet.combs.flatMap((comb) => {
    const off = [1, 0, 0, 1, random.gauss() * registrationMm, random.gauss() * registrationMm] as const;
    const view = viewForm(page, composeAffine([...off], toImage), emptyForm);
    return cutComb(view, comb.rectMm, comb.labels).map((glyph) => ({ ...glyph, kind: comb.kind, face: comb.face }));
  });
}
