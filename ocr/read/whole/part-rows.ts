import type { Box } from '../../model/geometry.ts';
import type { GreyImage } from '../../model/page.ts';
import type { LinePart } from './line-parts.ts';

/** Lower parts hold one row of text; higher ones are no label with its comb. */
const height = { leastMm: 4.5, mostMm: 14 } as const;
/** What is lower than this is the dot or the accent of a row, and no row. */
const leastRowMm = 1.2;
/** What is darker than this is ink. */
const inkLevel = 128;

/** From the first row of pixels to behind the last. */
type Band = readonly [top: number, bottom: number];

/**
 * The rows of text of a part, from the top: where letters reach into the combs below them, engines find both as one line.
 * `image` is the page that the part was found on.
 */
export function partRows(image: GreyImage, part: LinePart, pxPerMm: number): LinePart[] {
  const [x0, y0, x1, y1] = part.box;
  const heightMm = (y1 - y0) / pxPerMm;
  if (heightMm < height.leastMm || heightMm > height.mostMm) return [part];
  const bands = inkBands(image, part.box).filter(([top, bottom]) => bottom - top >= leastRowMm * pxPerMm);
  if (bands.length < 2) return [part];
  return bands.map((band, place) => {
    // What lies between two rows belongs to the lower one: dots and accents stand above their letters.
    const top = bands[place - 1]?.[1] ?? y0;
    const bottom = place === bands.length - 1 ? y1 : band[1];
    const words = part.words.flatMap((word) => within(word, [top, bottom]));
    return { words, box: [x0, top, x1, bottom] };
  });
}

/** Rows of pixels that have ink, in runs. */
function inkBands(image: GreyImage, [x0, y0, x1, y1]: Box): Band[] {
  const bands: [number, number][] = [];
  for (let y = y0; y < y1; y += 1) {
    const row = image.data.subarray(y * image.widthPx + x0, y * image.widthPx + x1);
    if (!row.some((level) => level < inkLevel)) continue;
    const band = bands.at(-1);
    if (band?.[1] === y) band[1] = y + 1;
    else bands.push([y, y + 1]);
  }
  return bands;
}

function within([x0, y0, x1, y1]: Box, [top, bottom]: Band): Box[] {
  const [upper, lower] = [Math.max(y0, top), Math.min(y1, bottom)];
  return lower > upper ? [[x0, upper, x1, lower]] : [];
}
