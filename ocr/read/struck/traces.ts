import { type Box, holdsMiddle } from '../../model/geometry.ts';
import { shiftBox } from '../crop.ts';
import type { Component } from '../ink/components.ts';
import { leastLetterMm } from '../ink/has-writing.ts';
import type { ZoneInk } from '../ink/zone-ink.ts';
import { encloses } from './holes.ts';
import { lineThroughPiece, type StrikeLine } from './strike-line.ts';
import { greatestWidth } from './stroke-width.ts';

/** Smaller ones are grain. */
const leastHoleMm2 = 0.04;

/** What of one piece of ink tells whether it was struck out or written over. Lengths in millimetres. */
export interface PieceTrace {
  readonly piece: Component;
  /** Where it stands, in pixels of the prepared page. */
  readonly box: Box;
  readonly widthMm: number;
  readonly heightMm: number;
  /** How thick its strokes are where they are thickest. */
  readonly strokeMm: number;
  /** The longest line through it, with ink on both sides; null where there is none. Looked for when it is asked. */
  readonly line: () => StrikeLine | null;
  /** Whether it encloses so many areas of paper. Counted when it is asked. */
  readonly encloses: (least: number) => boolean;
}

/** The traces of a field's pieces that are as high as a letter. */
export function tracesOf({
  components,
  region,
  pxPerMm,
}: Pick<ZoneInk, 'components' | 'region' | 'pxPerMm'>): PieceTrace[] {
  return components
    .filter(({ box }) => box[3] - box[1] >= leastLetterMm * pxPerMm)
    .map((piece) => ({
      piece,
      box: shiftBox(piece.box, region.left, region.top),
      widthMm: (piece.box[2] - piece.box[0]) / pxPerMm,
      heightMm: (piece.box[3] - piece.box[1]) / pxPerMm,
      strokeMm: greatestWidth(piece, region.widthPx) / pxPerMm,
      line: () => lineThroughPiece(piece, region.widthPx, pxPerMm),
      encloses: (least) => encloses(piece, region.widthPx, least, leastHoleMm2 * pxPerMm ** 2),
    }));
}

/** What remains of a field's pieces without those that were struck out, and without what lies within these, as dots and serifs do. */
export function withoutStruck(components: readonly Component[], struck: readonly Component[]): readonly Component[] {
  return components.filter((piece) => !struck.some((word) => word === piece || holdsMiddle(word.box, piece.box)));
}
