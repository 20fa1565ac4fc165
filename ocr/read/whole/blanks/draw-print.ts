import type { Box } from '../../../model/geometry.ts';
import type { GreyImage } from '../../../model/page.ts';
import { paper } from '../../crop.ts';
import { inkLevel } from '../../ink/zone-ink.ts';

/** What is printed on a page, in its pixels. */
export interface LoosePrint {
  readonly rules: readonly Box[];
  readonly words: readonly Box[];
}

/** A rule may lie so many pixels beside where it was found. */
const slackPx = 3;
/** Where the ink is this many times as thick as the rule mostly is, something was written through it. */
const thickest = 1.5;

/** The rules of a page and, as they are, the words that are printed on it, on white: the form as it was before anybody wrote on it. */
export function drawPrint(page: GreyImage, { rules, words }: LoosePrint): GreyImage {
  const image: GreyImage = { ...page, data: new Uint8Array(page.data.length).fill(paper) };
  for (const rule of rules) drawRule(image, page, rule);
  for (const box of words) copy(image, page, box);
  return image;
}

/** A stretch of ink down a column of a page: its first row and the one behind its last. */
type Stretch = readonly [top: number, bottom: number];

/** Draws a rule as thick as it mostly is along its ink, and straight on where something is written through it. */
function drawRule(image: GreyImage, page: GreyImage, rule: Box): void {
  const [left, right] = [Math.max(0, Math.floor(rule[0])), Math.min(page.widthPx, Math.ceil(rule[2]))];
  const columns = Array.from({ length: Math.max(0, right - left) }, (_, at) => stretchNear(page, left + at, rule));
  const thickness = median(columns.flatMap((stretch) => (stretch === null ? [] : [stretch[1] - stretch[0]])));
  let last: Stretch | null = null;
  const known = columns.map((stretch) => {
    if (stretch !== null && stretch[1] - stretch[0] <= thickest * thickness) last = stretch;
    return last;
  });
  const first = known.find((stretch) => stretch !== null);
  if (first === undefined) return;
  known.forEach((stretch, at) => {
    const [top, bottom] = stretch ?? first ?? [0, 0];
    for (let y = top; y < bottom; y += 1) image.data[y * image.widthPx + left + at] = 0;
  });
}

/** The longest stretch of ink down a column at the height of a rule; null where there is none. */
function stretchNear({ data, widthPx, heightPx }: GreyImage, x: number, [, y0, , y1]: Box): Stretch | null {
  let best: Stretch | null = null;
  let begin: number | null = null;
  const end = Math.min(heightPx, Math.ceil(y1) + slackPx);
  for (let y = Math.max(0, Math.floor(y0) - slackPx); y <= end; y += 1) {
    const isInk = y < end && (data[y * widthPx + x] ?? paper) < inkLevel;
    if (isInk) begin ??= y;
    else if (begin !== null) {
      if (best === null || y - begin > best[1] - best[0]) best = [begin, y];
      begin = null;
    }
  }
  return best;
}

function copy(image: GreyImage, page: GreyImage, [x0, y0, x1, y1]: Box): void {
  const [left, right] = [Math.max(0, Math.floor(x0)), Math.min(page.widthPx, Math.ceil(x1))];
  for (let y = Math.max(0, Math.floor(y0)); y < Math.min(page.heightPx, Math.ceil(y1)) && right > left; y += 1) {
    const [from, to] = [y * page.widthPx + left, y * page.widthPx + right];
    image.data.set(page.data.subarray(from, to), from);
  }
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[numbers.length >> 1] ?? 0;
}
