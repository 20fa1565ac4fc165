import type { Zone } from '../model/form.ts';
import { shiftBox } from './crop.ts';
import type { LineReading, TextEngine } from './engines/engine.ts';
import { surroundingBox } from './engines/page-table.ts';
import { cutGlyphs, type Glyph, type GlyphLine, setAsLine } from './glyphs.ts';
import { measureRegularity } from './hand.ts';
import { type FormView, imageBox } from './ink/form-view.ts';
import { findZoneInk } from './ink/zone-ink.ts';
import { emptyZoneText, type PlacedCharacter, type ZoneText } from './zone-text.ts';

export interface CombOptions {
  readonly cells: number;
  /** Characters that may stand in each cell, by its index. */
  readonly charsets: readonly string[];
}

interface Guess {
  readonly text: string;
  readonly confidence: number;
}

const marginMm = 0.8;
const paddingPx = 12;
/** Gap between the reset glyphs as a share of their height: about that of print. */
const gapShare = 0.25;
/** From here on the line's word is taken: single glyphs, without neighbours to compare with, are read worse. */
const sureInLine = 0.9;
/** Confidence left where line and single glyph differ. */
const disputed = 0.5;
/** Stands for ink that no character could be made of. */
const unread: Guess = { text: '?', confidence: 0 };

/**
 * Reads a comb: one character per cell with ink, a blank for a cell without, none after the last. The glyphs are cut out of
 * their cells and set again as one line, which the engine reads with the alphabet of the comb; where that leaves a cell in
 * doubt the glyph is read once more by itself.
 */
export async function readComb(
  view: FormView,
  rectMm: Zone['rectMm'],
  options: CombOptions,
  engine: TextEngine,
): Promise<ZoneText> {
  const zoneInk = findZoneInk(view, rectMm, marginMm);
  const glyphs = zoneInk === null ? [] : cutGlyphs(zoneInk, options.cells);
  if (zoneInk === null || glyphs.length === 0) return emptyZoneText(imageBox(view, rectMm));
  const heightPx = Math.max(...glyphs.map(({ box }) => box[3] - box[1]));
  const line = setAsLine(zoneInk, glyphs, Math.round(gapShare * heightPx), paddingPx);
  const together = engine.readLine(line.image, { dpi: view.page.dpi, charset: unionOf(options.charsets) });
  const guesses = matchToGlyphs(together, line);
  const { left, top } = zoneInk.region;
  const byCell = new Map<number, PlacedCharacter>();
  glyphs.forEach((glyph, index) => {
    const guess = decide(guesses[index] ?? null, glyph);
    byCell.set(glyph.cell, { ...guess, box: shiftBox(glyph.box, left, top) });
  });
  const last = Math.max(...byCell.keys());
  const characters = Array.from(
    { length: last + 1 },
    (_, cell): PlacedCharacter =>
      byCell.get(cell) ?? { text: ' ', confidence: 1, box: shiftBox(zoneInk.zoneBox, left, top) },
  );
  const confidence = Math.min(...characters.map((character) => character.confidence));
  return {
    lines: [characters],
    confidence,
    box: surroundingBox(glyphs.map(({ box }) => shiftBox(box, left, top))),
    engine: together.engine,
    regularity: measureRegularity(zoneInk, zoneInk.components),
  };

  function decide(guess: Guess | null, glyph: Glyph): Guess {
    const charset = options.charsets[glyph.cell] ?? '';
    const fits = guess !== null && (charset === '' || charset.includes(guess.text));
    if (fits && guess.confidence >= sureInLine) return guess;
    const alone = readAlone(glyph, charset);
    // A character that cannot stand here still tells more than none: O for 0 is mended later, where all the code is seen.
    if (alone === null) return fits || guess === null ? (guess ?? unread) : atMost(guess, disputed);
    if (!fits) return alone;
    if (alone.text === guess.text) return alone.confidence > guess.confidence ? alone : guess;
    const better = alone.confidence > guess.confidence ? alone : guess;
    return atMost(better, disputed);
  }

  function readAlone(glyph: Glyph, charset: string): Guess | null {
    if (zoneInk === null) return null;
    const { image } = setAsLine(zoneInk, [glyph], 0, paddingPx);
    const reading = engine.readLine(image, { dpi: view.page.dpi, shape: 'character', charset });
    return reading.characters[0] ?? null;
  }
}

/** Gives each glyph the character that was read nearest to its middle, inside it; null where there is none. */
function matchToGlyphs(reading: LineReading, line: GlyphLine): (Guess | null)[] {
  const read = reading.characters.flatMap((character, index) => {
    const box = reading.characterBoxes[index];
    return character.text === ' ' || box === undefined ? [] : [{ ...character, middle: (box[0] + box[2]) / 2 }];
  });
  if (read.length === line.spans.length) return read;
  return line.spans.map(({ x0, x1 }) => {
    const inside = read.filter(({ middle }) => middle >= x0 && middle < x1);
    const middle = (x0 + x1) / 2;
    inside.sort((one, other) => Math.abs(one.middle - middle) - Math.abs(other.middle - middle));
    return inside[0] ?? null;
  });
}

function atMost(guess: Guess, confidence: number): Guess {
  return { ...guess, confidence: Math.min(guess.confidence, confidence) };
}

function unionOf(charsets: readonly string[]): string {
  if (charsets.includes('')) return '';
  return [...new Set(charsets.join(''))].join('');
}
