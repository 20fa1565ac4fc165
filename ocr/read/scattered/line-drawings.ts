import type { Box } from '../../model/geometry.ts';
import type { GreyImage } from '../../model/page.ts';
import { sharedKernel } from '../../prepare/kernel/shared.ts';
import { cropWithPadding, paper, shiftBox } from '../crop.ts';
import { surroundingBox } from '../engines/page-lines.ts';
import type { Component } from '../ink/components.ts';
import { liftRules } from './lift-rules.ts';
import { type TextRow, textRows } from './text-rows.ts';

/** A line cut out of a page. */
export interface LineDrawing {
  readonly image: GreyImage;
  /** Where its left upper corner lies on the page. */
  readonly leftPx: number;
  readonly topPx: number;
}

/** One line of print in two drawings. */
export interface DrawnLine {
  /** As it stands on the page, rules and all, without the ink of other lines. */
  readonly kept: LineDrawing;
  /** Its letters alone: without the rules they stand on. */
  readonly bare: LineDrawing;
}

const inkLevel = 200;
const softEdgePx = 2;
/** A speck of fewer pixels is part of nothing. */
const leastPiecePx = 6;

/** Shares of the height of capitals. */
const shares = {
  /** What is looked at around a box, so that letters it cuts are seen whole. */
  around: 1.5,
  /** Boxes cut into the letters at their ends. */
  cut: 0.1,
  /** Ink that lies higher or lower than this beyond a row is no part of it. */
  beyond: 0.45,
  keptPadding: 0.2,
  barePadding: 1 / 3,
  leastLyingRule: 2.8,
  leastStandingRule: 3.5,
  mostThickness: 0.47,
} as const;

/**
 * Cuts the lines of a box out of a level page, top to bottom, each in two drawings: readers err on rules in other ways than on letters
 * from which a rule was taken. A line is in the box where its middle is. Without ink there is none.
 */
export function drawLines(page: GreyImage, box: Box, capitalPx: number): DrawnLine[] {
  const region = around(page, box, Math.round(shares.around * capitalPx));
  const [left, top] = region;
  const raw = cropWithPadding(page, region, 0);
  const bare = liftRules(raw, ruleLimits(capitalPx));
  const pieces = piecesOf(bare);
  const inner = shiftBox(box, -left, -top);
  const [own, beside] = partBy(pieces, (piece) => isWithin(piece, inner, shares.cut * capitalPx));
  const rows = textRows(own, capitalPx);
  const place = (drawing: LineDrawing) => ({
    ...drawing,
    leftPx: drawing.leftPx + left,
    topPx: drawing.topPx + top,
  });
  return rowsInside(rows, inner).map((row) => {
    const letters = lettersOf(row);
    const others = [...beside, ...rows.filter((other) => other !== row).flatMap((other) => other.pieces)];
    return {
      kept: place(keptDrawing(raw, { letters, row, others }, Math.round(shares.keptPadding * capitalPx))),
      bare: place(bareDrawing(bare, letters, Math.round(shares.barePadding * capitalPx))),
    };
  });
}

function ruleLimits(capitalPx: number) {
  return {
    inkLevel,
    leastLyingPx: Math.round(shares.leastLyingRule * capitalPx),
    leastStandingPx: Math.round(shares.leastStandingRule * capitalPx),
    mostThicknessPx: Math.round(shares.mostThickness * capitalPx),
  };
}

function piecesOf(image: GreyImage): Component[] {
  const kernel = sharedKernel();
  return kernel
    .scope(() => kernel.pieces(kernel.darkerOnAverage(kernel.load(image), inkLevel)))
    .filter(({ pixels }) => pixels.length >= leastPiecePx);
}

/** The rows whose middle lies in the box, or the one next to its own middle. */
function rowsInside(rows: readonly TextRow[], [, top, , bottom]: Box): TextRow[] {
  const inside = rows.filter(({ middlePx }) => middlePx >= top && middlePx < bottom);
  if (inside.length > 0) return inside;
  const away = ({ middlePx }: TextRow) => Math.abs(middlePx - (top + bottom) / 2);
  return rows.toSorted((one, other) => away(one) - away(other)).slice(0, 1);
}

/** Without what lies far above or below: remains of rules. */
function lettersOf({ pieces, topPx, bottomPx, letterPx }: TextRow): Component[] {
  const beyondPx = shares.beyond * letterPx;
  const letters = pieces.filter(({ box }) => {
    const middle = (box[1] + box[3]) / 2;
    return middle > topPx - beyondPx && middle < bottomPx + beyondPx;
  });
  return letters.length > 0 ? letters : [...pieces];
}

interface Surroundings {
  readonly letters: readonly Component[];
  readonly row: TextRow;
  /** The ink of other lines. */
  readonly others: readonly Component[];
}

function keptDrawing(raw: GreyImage, { letters, row, others }: Surroundings, paddingPx: number): LineDrawing {
  const kernel = sharedKernel();
  const own = maskOf(row.pieces, raw);
  const foreign = kernel.scope(() => kernel.read(kernel.dilate(kernel.load(maskOf(others, raw)), softEdgePx)));
  const data = raw.data.map((level, at) => (foreign.data[at] === 1 && own.data[at] !== 1 ? paper : level));
  const box = around(raw, surroundingBox(letters.map((piece) => piece.box)), paddingPx);
  return { image: cropWithPadding({ ...raw, data }, box, 0), leftPx: box[0], topPx: box[1] };
}

function bareDrawing(bare: GreyImage, letters: readonly Component[], paddingPx: number): LineDrawing {
  const kernel = sharedKernel();
  const image = kernel.scope(() => {
    const own = kernel.load(maskOf(letters, bare));
    return kernel.read(kernel.keepWriting(kernel.load(bare), own, kernel.dilate(own, softEdgePx), inkLevel));
  });
  const box = surroundingBox(letters.map((piece) => piece.box));
  return { image: cropWithPadding(image, box, paddingPx), leftPx: box[0] - paddingPx, topPx: box[1] - paddingPx };
}

function maskOf(pieces: readonly Component[], { widthPx, heightPx }: GreyImage): GreyImage {
  const data = new Uint8Array(widthPx * heightPx);
  for (const { pixels } of pieces) for (let at = 0; at < pixels.length; at += 1) data[pixels[at] ?? 0] = 1;
  return { data, widthPx, heightPx };
}

function isWithin({ box }: Component, [left, , right]: Box, slackPx: number): boolean {
  const middle = (box[0] + box[2]) / 2;
  return middle >= left - slackPx && middle < right + slackPx;
}

function partBy<Member>(all: readonly Member[], test: (member: Member) => boolean): [Member[], Member[]] {
  return [all.filter(test), all.filter((member) => !test(member))];
}

/** A box with a margin, in whole pixels inside the image. */
function around({ widthPx, heightPx }: GreyImage, [x0, y0, x1, y1]: Box, marginPx: number): Box {
  return [
    Math.max(0, Math.floor(x0) - marginPx),
    Math.max(0, Math.floor(y0) - marginPx),
    Math.min(widthPx, Math.ceil(x1) + marginPx),
    Math.min(heightPx, Math.ceil(y1) + marginPx),
  ];
}
