import type { Affine } from '../../../ocr/model/geometry.ts';
import type { GreyImage } from '../../../ocr/model/page.ts';
import { rasteriseMapped, type SheetSize, sheetPixels } from '../../forms/draw/raster.ts';
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

export interface Paper {
  readonly size: SheetSize;
  /** What is printed and written, as SVG elements in millimetres. */
  readonly elements: string;
}

export interface CaptureContext {
  readonly stampFace: Typeface;
  readonly protocol: string;
  /** ISO date of arrival. */
  readonly today: string;
}

/** Copies and scans a sheet of paper: the captured image and where the sheet lies on it. */
export async function capturePaper(
  paper: Paper,
  damage: Damage,
  random: Random,
  { stampFace, protocol, today }: CaptureContext,
): Promise<{ image: GreyImage; toCaptured: Affine }> {
  const { widthPx, heightPx } = sheetPixels(paper.size, damage.dpi);
  const toCaptured = captureMap(damage, paper.size, widthPx, heightPx);
  const stamp = damage.stamp ? drawStamp(random.fork('stamp'), paper.size, stampFace, protocol, today) : '';
  const drawn = await rasteriseMapped(paper.elements + stamp, toCaptured, widthPx, heightPx);
  fadeToner(drawn, random.fork('toner'), damage.faintToner);
  if (damage.punchHoles) punchHoles(drawn, random.fork('holes'), paper.size, toCaptured);
  const image = await blur(drawn, damage.blurPx);
  if (damage.paperGrey < 255 || damage.unevenBackground > 0) {
    shadeBackground(image, random.fork('background'), damage.paperGrey, damage.unevenBackground);
  }
  darkenEdge(image, random.fork('edge'), damage.darkEdge);
  addNoise(image, random.fork('noise'), damage.noise);
  addSaltAndPepper(image, random.fork('dust'), damage.saltAndPepper);
  return { image, toCaptured };
}
