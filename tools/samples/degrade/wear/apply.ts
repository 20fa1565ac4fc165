import type { RectMm } from '../../../../ocr/model/geometry.ts';
import type { GreyImage } from '../../../../ocr/model/page.ts';
import type { SheetSize } from '../../../forms/draw/raster.ts';
import type { Random } from '../../random.ts';
import { spillCoffee } from './coffee.ts';
import { colouredPaper } from './coloured.ts';
import { wearCorner } from './corner.ts';
import { dirtyDrum } from './drum.ts';
import { sendByFax } from './fax.ts';
import { fold } from './fold.ts';
import { highlight } from './highlighter.ts';
import type { Wear } from './kinds.ts';
import { stickNote } from './note.ts';
import { pencil } from './pencil.ts';
import { photograph } from './phone.ts';
import { showThrough } from './show-through.ts';

/** What wear needs to know of a sheet besides its print. */
export interface WornSheet {
  readonly size: SheetSize;
  /** Where somebody wrote. */
  readonly places: readonly RectMm[];
  /** What stands on the back, as SVG elements in millimetres. */
  readonly back: string;
}

/** Lays around the elements of a sheet what lies under and over them. Millimetres. */
export function wearPaper(elements: string, sheet: WornSheet, wear: ReadonlySet<Wear>, random: Random): string {
  const { size, places, back } = sheet;
  const drawn = (kind: Wear, draw: (random: Random) => string) => (wear.has(kind) ? draw(random.fork(kind)) : '');
  return [
    drawn('coloured-paper', (own) => colouredPaper(own, size)),
    drawn('show-through', (own) => showThrough(own, size, back)),
    drawn('coffee', (own) => spillCoffee(own, size)),
    drawn('highlighter', (own) => highlight(own, places)),
    elements,
    drawn('pencil', (own) => pencil(own, places)),
    drawn('note', (own) => stickNote(own, size, places)),
    drawn('corner', (own) => wearCorner(own, size)),
  ].join('');
}

/** What happens to a printed sheet before its picture is taken. */
export function wearSheet(image: GreyImage, wear: ReadonlySet<Wear>, random: Random, pxPerMm: number): GreyImage {
  if (wear.has('fold')) fold(image, random.fork('fold'), pxPerMm);
  return wear.has('phone') ? photograph(image, random.fork('phone')) : image;
}

/** What devices do to its picture, in place. */
export function wearPicture(image: GreyImage, wear: ReadonlySet<Wear>, random: Random, pxPerMm: number): void {
  if (wear.has('drum')) dirtyDrum(image, random.fork('drum'), pxPerMm);
  if (wear.has('fax')) sendByFax(image, random.fork('fax'));
}

/** The quality that a JPEG is kept with. */
export function wornQuality(quality: number, wear: ReadonlySet<Wear>, random: Random): number {
  return wear.has('low-jpeg') ? random.whole(10, 25) : quality;
}
