import { composeAffine, invertAffine } from '../../ocr/model/geometry.ts';
import { preparePage } from '../../ocr/prepare/prepare.ts';
import { type FormView, viewForm } from '../../ocr/read/ink/form-view.ts';
import { rasterise } from '../forms/draw/raster.ts';
import { capturePaper } from '../samples/degrade/capture.ts';
import { drawDamage } from '../samples/degrade/damage.ts';
import type { Random } from '../samples/random.ts';
import type { DamageLevel } from '../samples/truth.ts';
import { type OpenFace, type Sheet, sheetSize } from './sheet.ts';

const emptyDpi = 150;
/** Deviation of where registration finds a field from where it is. */
const registrationMm = 0.12;

/** As often as samples are. */
export const usualLevels: readonly DamageLevel[] = ['none', 'light', 'light', 'medium', 'medium', 'heavy'];

export interface CaptureTools {
  readonly openFace: OpenFace;
  /** How badly sheets are copied and scanned, each as often as it stands here; the usual ones where absent. */
  readonly levels?: readonly DamageLevel[];
}

/**
 * Copies and scans a sheet and prepares it as every page. Answers with a way to look at it: each look is a little off, as
 * registration is.
 */
export async function captureSheet(
  random: Random,
  sheet: Pick<Sheet, 'print' | 'ink'>,
  { levels = usualLevels, openFace }: CaptureTools,
): Promise<() => FormView> {
  const level = random.pick(levels);
  const damage = { ...drawDamage(random.fork('damage'), { level }), stamp: false };
  const stampFace = openFace({ family: 'roboto', weight: 400 });
  const context = { stampFace, protocol: '', today: '2026-10-30' };
  const paper = { size: sheetSize, elements: sheet.print + sheet.ink };
  const { image, toCaptured } = await capturePaper(paper, damage, random.fork('capture'), context);
  const page = preparePage({ image, dpi: damage.dpi }, { turnDeg: 0 });
  const emptyForm = { image: await rasterise(sheet.print, sheetSize, emptyDpi), dpi: emptyDpi };
  const toImage = composeAffine(toCaptured, invertAffine(page.toCaptured));
  return () => {
    const off = [1, 0, 0, 1, random.gauss() * registrationMm, random.gauss() * registrationMm] as const;
    return viewForm(page, composeAffine([...off], toImage), emptyForm);
  };
}
