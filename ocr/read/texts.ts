import type { Zone } from '../model/form.ts';
import type { Box } from '../model/geometry.ts';
import { cropWithPadding, shiftBox } from './crop.ts';
import type { TextEngine } from './engines/engine.ts';
import { surroundingBox } from './engines/page-table.ts';
import { measureRegularity, mergeRegularity } from './hand.ts';
import type { Component } from './ink/components.ts';
import { type FormView, imageBox } from './ink/form-view.ts';
import { inkBox } from './ink/mask.ts';
import { splitIntoLines } from './ink/split-lines.ts';
import { findZoneInk, writingImage, type ZoneInk } from './ink/zone-ink.ts';
import { emptyZoneText, type PlacedCharacter, type ZoneText } from './zone-text.ts';

type TextZone = Extract<Zone, { kind: 'text' }>;

export interface PlainTextOptions {
  readonly lines: number;
  readonly charset?: string;
}

const marginMm = 1;
/** Paper around the ink: less makes the engine drop first and last letters, more costs time. */
const paddingPx = 10;
/** Less ink than this is no writing: a single thin full stop has about 0.1 mm2. */
const leastInkMm2 = 0.2;
/** No letter is lower. */
const leastLetterMm = 0.9;

/** Reads a text zone line by line. A zone without ink costs no engine call. */
export function readTextZone(view: FormView, zone: TextZone, engine: TextEngine): ZoneText {
  const { lines, charset } = zone;
  return readPlainText(view, zone.rectMm, { lines, ...(charset === undefined ? {} : { charset }) }, engine);
}

/** As `readTextZone`, for any zone that holds plain lines of text. */
export function readPlainText(
  view: FormView,
  rectMm: Zone['rectMm'],
  { lines, charset }: PlainTextOptions,
  engine: TextEngine,
): ZoneText {
  const zoneInk = findZoneInk(view, rectMm, marginMm);
  if (zoneInk === null || !hasWriting(zoneInk)) return emptyZoneText(imageBox(view, rectMm));
  const { left, top } = zoneInk.region;
  const image = writingImage(zoneInk);
  const bands = splitIntoLines(zoneInk.ink, zoneInk.zoneBox, lines)
    .map((band) => ({ box: inkBox(zoneInk.ink, band), pieces: piecesIn(zoneInk, band) }))
    .filter(({ pieces }) => lines === 1 || hasLetters(pieces, zoneInk.pxPerMm));
  const lineBoxes = bands.map(({ box }) => box).filter((box) => box !== null);
  if (lineBoxes.length === 0) return emptyZoneText(imageBox(view, rectMm));
  const read = lineBoxes.map((box) => readLineBox(box));
  const boxes = lineBoxes.map((box) => shiftBox(box, left, top));
  const confidence = Math.min(...read.map((line) => line.confidence));
  return {
    lines: read.map((line) => line.characters),
    confidence,
    box: surroundingBox(boxes),
    engine: read[0]?.engine ?? 'ink',
    regularity: mergeRegularity(bands.map(({ pieces }) => measureRegularity(zoneInk, pieces))),
  };

  function readLineBox(box: Box): { characters: PlacedCharacter[]; confidence: number; engine: string } {
    const crop = cropWithPadding(image, box, paddingPx);
    const line = engine.readLine(crop, { dpi: view.page.dpi, ...(charset === undefined ? {} : { charset }) });
    const dx = left + box[0] - paddingPx;
    const dy = top + box[1] - paddingPx;
    const characters = line.characters.map((character, index) => ({
      ...character,
      box: shiftBox(line.characterBoxes[index] ?? line.box, dx, dy),
    }));
    return { characters, confidence: line.confidence, engine: line.engine };
  }
}

/** The pieces of ink whose middle lies in a band. */
function piecesIn({ components }: ZoneInk, [, top, , bottom]: Box): Component[] {
  return components.filter(({ box }) => box[1] + box[3] >= 2 * top && box[1] + box[3] < 2 * bottom);
}

/** Whether a line of several holds more than strokes and dots: what lies on an empty line is no writing. */
function hasLetters(pieces: readonly Component[], pxPerMm: number): boolean {
  return pieces.some(({ box }) => box[3] - box[1] >= leastLetterMm * pxPerMm);
}

/** Whether there is enough ink to be writing. */
export function hasWriting({ components, pxPerMm }: ZoneInk): boolean {
  const inkPx = components.reduce((sum, component) => sum + component.pixels.length, 0);
  return inkPx >= leastInkMm2 * pxPerMm * pxPerMm;
}
