import type { GreyImage } from '../../model/page.ts';
import type { Component } from './components.ts';
import { withFaintEnds } from './faint-ends.ts';
import type { InkMask } from './mask.ts';
import { distance } from './specks.ts';

/** Of a stroke in good toner this share at least is dark; of a faint one less. */
const darkShare = 0.35;
/** Greys between paper and writing. Where they are more than a share of a region, its paper is grainy. */
const grainGreys = { from: 225, to: 250 } as const;
const grainyShare = 0.085;
/** Writing is darker than this: on smooth paper the palest toner shows, on grainy paper it would be grain. */
const palest = { smooth: 242, grainy: 230 } as const;
/** A faint letter is darker than its palest edge by this on the mean. */
const depth = 8;
/**
 * A grain of toner is black in its middle and has a pale halo; faint letters are nowhere black. Larger pieces may be letters on which a
 * grain lies. Of 110 empty fields with ink on copies 106 held nothing but such grains, the largest of 0.43 mm2.
 */
const grain = { blackBelow: 120, largestMm2: 0.5 } as const;

/** What toner left of a stroke lies close by the rest of its letter, and is larger than grain. */
const crumb = { leastMm2: 0.05, nearMm: 0.4, letterMm2: 0.18 } as const;

/** The grey up to which a region may hold faint writing, by how grainy its paper is. `histogram` counts its greys, 0 to 255. */
export function faintLevel(histogram: Uint32Array): number {
  const sum = (counts: Uint32Array) => counts.reduce((total, count) => total + count, 0);
  const grain = sum(histogram.subarray(grainGreys.from, grainGreys.to + 1));
  return grain > grainyShare * sum(histogram) ? palest.grainy : palest.smooth;
}

export interface FaintLimits {
  /** The level at which the pale pieces were found. */
  readonly paleLevel: number;
  /** Smaller pale pieces are grain, dust or the dots of letters, which cannot be told apart. */
  readonly leastPx: number;
  /** The dark ink with its soft edges. */
  readonly near: InkMask;
  readonly pxPerMm: number;
}

/**
 * Adds faint writing to the dark pieces of a region. `pale` are the pieces found at a level close to white, of which every
 * dark piece is part: where a pale piece is mostly dark its dark parts stay without their soft edges, but with the ends of strokes that fade;
 * where it is not, it is taken whole, for the dark parts of a faint letter are but its crumbs (hysteresis, Canny 1986). Smaller pale pieces
 * are taken only beside a letter.
 */
export function withFaintWriting(
  dark: readonly Component[],
  pale: readonly Component[],
  grey: GreyImage,
  { paleLevel, leastPx, near, pxPerMm }: FaintLimits,
): Component[] {
  // One more than the place of the pale piece in its list; 0 where there is none.
  const owners = new Int32Array(grey.data.length);
  pale.forEach(({ pixels }, owner) => {
    for (let at = 0; at < pixels.length; at += 1) owners[pixels[at] ?? 0] = owner + 1;
  });
  const ownerOf = ({ pixels }: Component) => (owners[pixels[0] ?? 0] ?? 0) - 1;
  const darkPixels = new Float64Array(pale.length);
  for (const piece of dark) {
    const owner = ownerOf(piece);
    if (owner >= 0) darkPixels[owner] = (darkPixels[owner] ?? 0) + piece.pixels.length;
  }
  const isFaintInk = (piece: Component) => meanOf(piece, grey) <= paleLevel - depth;
  const isWriting = pale.map((piece) => !isToner(piece, grey, pxPerMm));
  const isFaint = pale.map(
    (piece, owner) =>
      piece.pixels.length >= leastPx &&
      (darkPixels[owner] ?? 0) < darkShare * piece.pixels.length &&
      isFaintInk(piece) &&
      isWriting[owner] === true,
  );
  const whole = dark.filter((piece) => !isFaint[ownerOf(piece)]);
  const found = [
    ...withFaintEnds(whole, { owners, near, mayHaveEnds: isWriting, pxPerMm }),
    ...pale.filter((_, owner) => isFaint[owner]),
  ];
  const crumbs = pale.filter(
    (piece, owner) =>
      piece.pixels.length >= crumb.leastMm2 * pxPerMm ** 2 &&
      !isFaint[owner] &&
      darkPixels[owner] === 0 &&
      isFaintInk(piece),
  );
  return [...found, ...besideLetters(crumbs, found, pxPerMm)];
}

/** Those of some crumbs of ink that lie by a letter. */
function besideLetters(crumbs: readonly Component[], pieces: readonly Component[], pxPerMm: number): Component[] {
  const letters = pieces.filter(({ pixels }) => pixels.length >= crumb.letterMm2 * pxPerMm ** 2);
  return crumbs.filter(({ box }) => letters.some((letter) => distance(box, letter.box) <= crumb.nearMm * pxPerMm));
}

/** Whether a piece is nowhere black, as faint strokes are and dust is not. */
export function isFaintAllOver(piece: Component, grey: GreyImage): boolean {
  return darkestOf(piece, grey) >= grain.blackBelow;
}

/** Whether a piece is a grain of toner with its halo. */
function isToner(piece: Component, grey: GreyImage, pxPerMm: number): boolean {
  return piece.pixels.length <= grain.largestMm2 * pxPerMm ** 2 && !isFaintAllOver(piece, grey);
}

function darkestOf({ pixels }: Component, { data }: GreyImage): number {
  let darkest = 255;
  for (let at = 0; at < pixels.length; at += 1) darkest = Math.min(darkest, data[pixels[at] ?? 0] ?? 255);
  return darkest;
}

function meanOf({ pixels }: Component, { data }: GreyImage): number {
  let sum = 0;
  for (let at = 0; at < pixels.length; at += 1) sum += data[pixels[at] ?? 0] ?? 255;
  return sum / pixels.length;
}
