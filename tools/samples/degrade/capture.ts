import { type Affine, composeAffine, identityAffine, type RectMm } from '../../../ocr/model/geometry.ts';
import type { GreyImage } from '../../../ocr/model/page.ts';
import { rasteriseColours, rasteriseMapped, type SheetSize, sheetPixels } from '../../forms/draw/raster.ts';
import type { Typeface } from '../../forms/draw/typeface.ts';
import type { Random } from '../random.ts';
import type { Damage } from '../truth.ts';
import { shadeBackground } from './background.ts';
import { blur } from './blur.ts';
import { darkenEdge } from './dark-edge.ts';
import { fadeToner } from './faint-toner.ts';
import { captureMap } from './geometry.ts';
import { addNoise } from './noise.ts';
import { punchHoles } from './punch-holes.ts';
import { addSaltAndPepper } from './salt-and-pepper.ts';
import { drawStamp } from './stamp.ts';
import { wearPaper, wearPicture, wearSheet } from './wear/apply.ts';
import { inColour } from './wear/coloured.ts';
import { photographMap } from './wear/phone.ts';

export interface Paper {
  readonly size: SheetSize;
  /** What is printed and written, as SVG elements in millimetres. */
  readonly elements: string;
  /** Where somebody wrote, in millimetres; and what stands on the back, as elements: asked of worn paper alone. */
  readonly places?: readonly RectMm[];
  readonly back?: string;
}

export interface CaptureContext {
  readonly stampFace: Typeface;
  readonly protocol: string;
  /** ISO date of arrival. */
  readonly today: string;
}

export interface Captured {
  readonly image: GreyImage;
  /** Red, green and blue of a colour scan. */
  readonly colours?: readonly GreyImage[];
  /** Millimetres of the sheet to pixels; of a photograph about its middle, where it is seen straight. */
  readonly toCaptured: Affine;
}

/** Copies and scans a sheet of paper: the captured image and where the sheet lies on it. */
export async function capturePaper(
  paper: Paper,
  damage: Damage,
  random: Random,
  { stampFace, protocol, today }: CaptureContext,
): Promise<Captured> {
  const { widthPx, heightPx } = sheetPixels(paper.size, damage.dpi);
  const toCaptured = captureMap(damage, paper.size, widthPx, heightPx);
  const wear = new Set(damage.wear);
  const stamp = damage.stamp ? drawStamp(random.fork('stamp'), paper.size, stampFace, protocol, today) : '';
  const printed = paper.elements + (wear.has('coloured-ink') ? inColour(random.fork('stamp ink'), stamp) : stamp);
  const worn = { size: paper.size, places: paper.places ?? [], back: paper.back ?? '' };
  const elements = wear.size === 0 ? printed : wearPaper(printed, worn, wear, random.fork('wear'));
  const capture = (drawn: GreyImage) => captureDrawn(drawn, paper.size, damage, toCaptured, random);
  const colours = wear.has('colour-scan') ? await rasteriseColours(elements, toCaptured, widthPx, heightPx) : [];
  const image = await capture(await rasteriseMapped(elements, toCaptured, widthPx, heightPx));
  const seen = wear.has('phone') ? photographMap(random.fork('wear').fork('phone'), image) : identityAffine;
  return {
    image,
    toCaptured: composeAffine(toCaptured, seen),
    ...(colours.length > 0 && { colours: await Promise.all(colours.map(capture)) }),
  };
}

/** What happens to what was drawn on a sheet, in grey or in one of its colours. */
async function captureDrawn(
  drawn: GreyImage,
  size: SheetSize,
  damage: Damage,
  toCaptured: Affine,
  random: Random,
): Promise<GreyImage> {
  const [wear, pxPerMm] = [new Set(damage.wear), damage.dpi / 25.4];
  fadeToner(drawn, random.fork('toner'), damage.faintToner);
  if (damage.punchHoles) punchHoles(drawn, random.fork('holes'), size, toCaptured);
  const image = await blur(wearSheet(drawn, wear, random.fork('wear'), pxPerMm), damage.blurPx);
  if (damage.paperGrey < 255 || damage.unevenBackground > 0) {
    shadeBackground(image, random.fork('background'), damage.paperGrey, damage.unevenBackground);
  }
  darkenEdge(image, random.fork('edge'), damage.darkEdge);
  wearPicture(image, wear, random.fork('wear'), pxPerMm);
  addNoise(image, random.fork('noise'), damage.noise);
  addSaltAndPepper(image, random.fork('dust'), damage.saltAndPepper);
  return image;
}
