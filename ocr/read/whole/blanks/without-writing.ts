import type { Box } from '../../../model/geometry.ts';
import type { GreyImage } from '../../../model/page.ts';
import { sharedKernel } from '../../../prepare/kernel/shared.ts';
import { paper } from '../../crop.ts';
import { inkLevel } from '../../ink/zone-ink.ts';
import { drawPrint } from './draw-print.ts';

/** Lengths in heights of a word: of what is written the middle is so far above and below its rule. */
const above = 1.2;
const below = 0.5;
/** Shorter pieces of rules are feet of letters and what is left between strokes. */
const shortest = 0.7;
/** What is higher is a frame or a picture. */
const highest = 5;
/** The soft edge of ink. */
const edgePx = 1;
/** So far beyond a rule nothing of it is left. */
const beyondPx = 2;

/**
 * A page without rules and without what stands on them: all ink that hangs together and has its middle over a rule, with what of it
 * reaches over the print of other lines. `rules` are as they were found, in pieces: what stands where one ends and the next begins is
 * print, "nato a ____ il ____". All in pixels of the page.
 */
export function withoutWriting(page: GreyImage, rules: readonly Box[], wordHeight: number): GreyImage {
  const pieces = rules.filter(([x0, , x1]) => x1 - x0 > shortest * wordHeight);
  const image: GreyImage = { ...page, data: Uint8Array.from(page.data) };
  for (const at of freeOfWriting(page, drawPrint(page, { rules: pieces, words: [] }))) whiten(image, at);
  const kernel = sharedKernel();
  const ink = kernel.scope(() => kernel.pieces(kernel.darker(kernel.load(image), inkLevel)));
  for (const { box, pixels } of ink) {
    if (isWritten(box, pieces, wordHeight)) for (const at of pixels) whiten(image, at);
  }
  return image;
}

/** The pixels of rules, but where ink goes on above or below: what is written through a rule hangs together by them. */
function freeOfWriting(page: GreyImage, rules: GreyImage): number[] {
  const { widthPx } = page;
  const isRule = (at: number) => rules.data[at] === 0;
  const isInk = (at: number) => (page.data[at] ?? paper) < inkLevel;
  const free: number[] = [];
  for (let at = 0; at < rules.data.length; at += 1) {
    if (!isRule(at) || isRule(at - widthPx)) continue;
    let end = at;
    while (isRule(end)) end += widthPx;
    if (isInk(at - beyondPx * widthPx) || isInk(end + (beyondPx - 1) * widthPx)) continue;
    for (let row = at; row < end; row += widthPx) free.push(row);
  }
  return free;
}

function isWritten([x0, y0, x1, y1]: Box, rules: readonly Box[], wordHeight: number): boolean {
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  if (y1 - y0 > highest * wordHeight) return false;
  return rules.some(
    ([from, top, to]) => x > from && x < to && y > top - above * wordHeight && y < top + below * wordHeight,
  );
}

/** Makes a pixel and what is round it paper. */
function whiten({ data, widthPx }: GreyImage, at: number): void {
  for (let y = -edgePx; y <= edgePx; y += 1) {
    const middle = at + y * widthPx;
    data.fill(paper, Math.max(0, middle - edgePx), Math.max(0, middle + edgePx + 1));
  }
}
