import { type Box, holdsMiddle } from '../../model/geometry.ts';
import type { GreyImage } from '../../model/page.ts';
import { sharedKernel } from '../../prepare/kernel/shared.ts';
import { surroundingBox } from '../engines/page-lines.ts';
import type { Component } from './components.ts';
import { leastLetterMm } from './has-writing.ts';
import { emptyMask } from './mask.ts';
import { keepPieces, type ZoneInk } from './zone-ink.ts';

/** The side of a stamp's frame is longer than any stroke of a letter, and its line thicker than a rule. */
const leastSideMm = 8;
const leastThickMm = 0.3;
/** Stamps are struck by hand, and lie askew; what lies level may be a rule of the form. Beyond 45 degrees it is the other side. */
const leastTilt = Math.tan((1 * Math.PI) / 180);
/** A side is straight when so much of it lies this near to a line. */
const straight = { share: 0.85, nearPx: 1.5 } as const;
/** Where to lay the line: at the very ends of a side the next one begins. */
const ends = { from: 0.15, to: 0.85 } as const;
/** A stamp's ink is even, and writing beside it darker by this many greys. */
const contrast = 40;
/** Letters of one word are no farther apart. */
const besideMm = 2;
/** So much dark ink in a piece of a stamp is writing that it touches. */
const hiddenMm2 = 0.06;
/** The soft edge of a stroke that is cut out of a stamp. */
const edgePx = 1;
/** What stands for the grey of a stroke's middle: this share of its pixels is darker. */
const darkestShare = 0.2;

/**
 * Takes the pieces of a framed stamp away that reaches into a zone, where writing in darker ink remains. A stamp is known by a side of its
 * frame, and reaches as far as the frame does. Of what touches it the dark ink is cut out: a stamp is printed through, and what is
 * written under or over it stays darker. Without a frame, or where no writing is darker, all pieces stay: pale ink may be a pen's.
 * `leastLetterPx` is the height of the lowest letter.
 */
export function withoutStamp(
  pieces: readonly Component[],
  grey: GreyImage,
  { pxPerMm, leastLetterPx }: { readonly pxPerMm: number; readonly leastLetterPx: number },
): readonly Component[] {
  const frames = pieces.filter((piece) => isSideOfFrame(piece, grey.widthPx, pxPerMm));
  if (frames.length === 0) return pieces;
  const level = Math.min(...frames.map((frame) => greyOf(frame, grey))) - contrast;
  const framed = surroundingBox(frames.map(({ box }) => box));
  const isDark = (piece: Component) => !frames.includes(piece) && greyOf(piece, grey) <= level;
  const dark = new Set(pieces.filter(isDark));
  const writing = new Set(pieces.filter((piece) => dark.has(piece) || !holdsMiddle(framed, piece.box)));
  for (const frame of frames) writing.delete(frame);
  // A typewriter strikes unevenly: what stands right beside a darker letter of its row is of the same word.
  const others = new Set(pieces.filter((piece) => !writing.has(piece) && !frames.includes(piece)));
  for (const known of writing) {
    for (const piece of others) {
      if (!standBeside(known.box, piece.box, besideMm * pxPerMm)) continue;
      writing.add(piece);
      others.delete(piece);
    }
  }
  const cut = cutOut([...frames, ...others], grey, level, hiddenMm2 * pxPerMm ** 2);
  if (![...dark, ...cut].some(({ box }) => box[3] - box[1] >= leastLetterPx)) return pieces;
  return [...pieces.filter((piece) => writing.has(piece)), ...cut];
}

/** The ink of a zone by `withoutStamp`. */
export function inkWithoutStamp(zoneInk: ZoneInk): ZoneInk {
  const { components, grey, pxPerMm } = zoneInk;
  return keepPieces(zoneInk, withoutStamp(components, grey, { pxPerMm, leastLetterPx: leastLetterMm * pxPerMm }));
}

/** The dark ink of some pieces with its soft edge, as pieces of at least so many pixels. */
function cutOut(pieces: readonly Component[], grey: GreyImage, level: number, leastPx: number): Component[] {
  const [own, dark] = [emptyMask(grey.widthPx, grey.heightPx), emptyMask(grey.widthPx, grey.heightPx)];
  for (const at of pieces.flatMap(({ pixels }) => Array.from(pixels))) {
    own.data[at] = 1;
    if ((grey.data[at] ?? 255) <= level) dark.data[at] = 1;
  }
  const kernel = sharedKernel();
  return kernel.scope(() => {
    const grown = kernel.read(kernel.dilate(kernel.load(dark), edgePx));
    for (let at = 0; at < own.data.length; at += 1) own.data[at] = (own.data[at] ?? 0) & (grown.data[at] ?? 0);
    return kernel.pieces(kernel.load(own)).filter((piece) => darkPixels(piece, grey, level) >= leastPx);
  });
}

function darkPixels({ pixels }: Component, { data }: GreyImage, level: number): number {
  let count = 0;
  for (let at = 0; at < pixels.length; at += 1) if ((data[pixels[at] ?? 0] ?? 255) <= level) count += 1;
  return count;
}

function standBeside(one: Box, other: Box, reachPx: number): boolean {
  const middle = (other[1] + other[3]) / 2;
  return middle > one[1] && middle < one[3] && Math.max(other[0] - one[2], one[0] - other[2]) <= reachPx;
}

/** How dark the middle of a stroke is, 0 to 255. */
export function greyOf({ pixels }: Component, { data }: GreyImage): number {
  const greys = new Uint8Array(pixels.length);
  for (let at = 0; at < pixels.length; at += 1) greys[at] = data[pixels[at] ?? 0] ?? 255;
  greys.sort();
  return greys[Math.floor(darkestShare * greys.length)] ?? 255;
}

/** Whether a piece of ink is a side of a stamp's frame; letters may hang on it. `widthPx` is that of the picture it was found in. */
export function isSideOfFrame(piece: Component, widthPx: number, pxPerMm: number): boolean {
  const { box, pixels } = piece;
  const lengthPx = Math.max(box[2] - box[0], box[3] - box[1]);
  if (lengthPx < leastSideMm * pxPerMm || pixels.length < leastThickMm * pxPerMm * lengthPx) return false;
  return outlinesOf(piece, widthPx).some((outline) => outline.length >= leastSideMm * pxPerMm && isTiltedLine(outline));
}

/** How far the piece reaches up, down, left and right, column by column or row by row of its box. */
function outlinesOf({ box: [x0, y0, x1, y1], pixels }: Component, widthPx: number): number[][] {
  const up = new Array<number>(x1 - x0).fill(y1);
  const down = new Array<number>(x1 - x0).fill(y0);
  const left = new Array<number>(y1 - y0).fill(x1);
  const right = new Array<number>(y1 - y0).fill(x0);
  for (const at of pixels) {
    const x = at % widthPx;
    const y = (at - x) / widthPx;
    up[x - x0] = Math.min(up[x - x0] ?? y, y);
    down[x - x0] = Math.max(down[x - x0] ?? y, y);
    left[y - y0] = Math.min(left[y - y0] ?? x, x);
    right[y - y0] = Math.max(right[y - y0] ?? x, x);
  }
  return [up, down, left, right];
}

function isTiltedLine(outline: readonly number[]): boolean {
  const [first, last] = [Math.floor(ends.from * outline.length), Math.floor(ends.to * outline.length)];
  const tilt = ((outline[last] ?? 0) - (outline[first] ?? 0)) / (last - first);
  if (Math.abs(tilt) < leastTilt || Math.abs(tilt) > 1) return false;
  const near = outline.filter(
    (reach, place) => Math.abs(reach - (outline[first] ?? 0) - tilt * (place - first)) <= straight.nearPx,
  );
  return near.length >= straight.share * outline.length;
}
