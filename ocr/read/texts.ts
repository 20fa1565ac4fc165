import type { Zone } from '../model/form.ts';
import type { Box } from '../model/geometry.ts';
import { cropWithPadding, shiftBox } from './crop.ts';
import type { TextEngine } from './engines/engine.ts';
import { surroundingBox } from './engines/page-table.ts';
import { measureRegularity, noRegularity } from './hand.ts';
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
  const lineBoxes = splitIntoLines(zoneInk.ink, zoneInk.zoneBox, lines)
    .map((band) => inkBox(zoneInk.ink, band))
    .filter((box) => box !== null);
  const read = lineBoxes.map((box) => readLineBox(box));
  const boxes = lineBoxes.map((box) => shiftBox(box, left, top));
  const confidence = Math.min(...read.map((line) => line.confidence));
  return {
    lines: read.map((line) => line.characters),
    confidence,
    box: surroundingBox(boxes),
    engine: read[0]?.engine ?? 'ink',
    regularity: lines === 1 ? measureRegularity(zoneInk) : noRegularity,
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

/** Whether there is enough ink to be writing. */
export function hasWriting({ components, pxPerMm }: ZoneInk): boolean {
  const inkPx = components.reduce((sum, component) => sum + component.pixels.length, 0);
  return inkPx >= leastInkMm2 * pxPerMm * pxPerMm;
}
