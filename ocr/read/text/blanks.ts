import type { Box } from '../../model/geometry.ts';
import type { Character } from '../../model/reading.ts';
import type { LineReading } from '../engines/engine.ts';
import { type LinePitch, linePitch } from './line-pitch.ts';

/** White paper across the whole height of a line, in pixels of the crop that was read. */
interface Gap {
  readonly middlePx: number;
  readonly widthPx: number;
}

interface Glyph {
  readonly character: Character;
  readonly box: Box;
}

/** A letter and what stands before it: the blank that was read there and the widest gap of the ink, 0 where there is none. */
interface Letter {
  readonly glyph: Glyph;
  readonly blank: Glyph | null;
  readonly gapPx: number;
}

/** What is usual in a line, in pixels; null where it is too short to tell. */
interface LineMeasures {
  readonly heightPx: number;
  readonly usualGapPx: number | null;
  readonly pitch: LinePitch | null;
}

/*
 * As shares of the line's height, measured on 11,600 places between letters of the samples. Beyond the usual gap of their line,
 * letters of one word stand apart by 0.28 at most (1D in print), words by 0.15 at least, typewritten ones by 0.46.
 */
const surelyBlank = 0.3;
const surelyNoBlank = 0.12;
/** So few gaps tell nothing of what is usual. */
const leastGapsForUsual = 3;
/** What stands in for the usual gap there: letters of one word then lie 0.37 apart at most, A B 0.45. */
const usualOfShortLine = 0.12;
/** Letters this wide fill the pitch of a typewriter, and lie farther apart than this only where a blank parts them: A B. */
const wideLetter = { width: 0.6, gap: 0.34 } as const;
/** Where ink and reading differ nothing is surer than this. */
const mostSure = 0.5;
/** From letter to letter a typewriter moves on by one pitch, over a blank by two. */
const blankPitches = { least: 1.5, none: 1.2 } as const;
/** Machines leave white round them, and so they do without a blank. */
const punctuation = /^[.,:;'’"“”‘\-_/@]$/;
const digit = /^\d$/;

/**
 * Holds the blanks of a reading against the gaps of the ink: where letters stand much farther apart than is usual in their
 * line a blank is put in, unless `charset` has none, and a blank where they do not stand apart is doubted. Numbers are left
 * alone: typewriters spread them, and blanks mean nothing there. `pieces` are the boxes of the line's ink in pixels of the crop.
 */
export function checkBlanks(reading: LineReading, pieces: readonly Box[], charset?: string): LineReading {
  if (charset !== undefined && !charset.includes(' ')) return reading;
  const heightPx = Math.max(...pieces.map((box) => box[3])) - Math.min(...pieces.map((box) => box[1]));
  const letters = lettersOf(reading, gapsBetween(pieces));
  const line: LineMeasures = {
    heightPx,
    usualGapPx: usualGap(letters),
    pitch: linePitch(stepsWithinWords(letters)),
  };
  const glyphs = letters.flatMap((letter, index) => {
    const before = letters[index - 1]?.glyph;
    const blank = before === undefined ? letter.blank : checkedBlank(before, letter, line);
    return blank === null ? [letter.glyph] : [blank, letter.glyph];
  });
  const characters = glyphs.map(({ character }) => character);
  const doubts = glyphs.flatMap(({ character }) => (character.text === ' ' ? [character.confidence] : []));
  if (characters.every((character, index) => character === reading.characters[index])) return reading;
  return {
    ...reading,
    text: characters.map(({ text }) => text).join(''),
    confidence: Math.min(reading.confidence, ...doubts),
    characters,
    characterBoxes: glyphs.map(({ box }) => box),
  };
}

/** The blank between two letters, as far as the ink bears it out, or null. */
function checkedBlank(before: Glyph, letter: Letter, line: LineMeasures): Glyph | null {
  const { glyph, blank, gapPx } = letter;
  const sides = [before.character.text, glyph.character.text];
  if (sides.every((text) => digit.test(text))) return blank;
  const excess = (gapPx - (line.usualGapPx ?? usualOfShortLine * line.heightPx)) / line.heightPx;
  const pitches = line.pitch === null ? null : (middleOf(glyph) - middleOf(before)) / line.pitch.pitchPx;
  if (blank !== null) {
    if (pitches !== null && line.pitch?.certain === true && pitches < blankPitches.none) return null;
    return excess < surelyNoBlank ? doubted(blank) : blank;
  }
  if (pitches !== null && pitches < blankPitches.least) return null;
  if (excess < surelyBlank && !arePartedCapitals(before, letter, line)) return null;
  if (sides.some((text) => punctuation.test(text))) return null;
  const [, top, right, bottom] = before.box;
  return { character: { text: ' ', confidence: mostSure }, box: [right, top, Math.max(right, glyph.box[0]), bottom] };
}

/** Whether two wide capitals of a line too short to show its usual gap stand apart. */
function arePartedCapitals(before: Glyph, { glyph, gapPx }: Letter, { heightPx, usualGapPx }: LineMeasures): boolean {
  const isWide = ({ character, box }: Glyph) =>
    /^\p{Lu}$/u.test(character.text) && box[2] - box[0] >= wideLetter.width * heightPx;
  return usualGapPx === null && gapPx >= wideLetter.gap * heightPx && isWide(before) && isWide(glyph);
}

function doubted({ character, box }: Glyph): Glyph {
  return { character: { ...character, confidence: Math.min(mostSure, character.confidence) }, box };
}

function gapsBetween(pieces: readonly Box[]): Gap[] {
  const gaps: Gap[] = [];
  let end = Infinity;
  for (const [left, , right] of pieces.toSorted((one, other) => one[0] - other[0])) {
    if (left > end) gaps.push({ middlePx: (end + left) / 2, widthPx: left - end });
    end = end === Infinity ? right : Math.max(end, right);
  }
  return gaps;
}

function lettersOf({ characters, characterBoxes, box }: LineReading, gaps: readonly Gap[]): Letter[] {
  const letters: Letter[] = [];
  let blank: Glyph | null = null;
  for (const [index, character] of characters.entries()) {
    const glyph = { character, box: characterBoxes[index] ?? box };
    if (character.text === ' ') blank = glyph;
    else {
      const fromPx = middleOf(letters.at(-1)?.glyph);
      const between = gaps.filter(({ middlePx }) => middlePx > fromPx && middlePx <= middleOf(glyph));
      letters.push({ glyph, blank, gapPx: Math.max(0, ...between.map(({ widthPx }) => widthPx)) });
      blank = null;
    }
  }
  return letters;
}

/** From the middle of each letter to that of the next one of its word; digits are set on one pitch even in print. */
function stepsWithinWords(letters: readonly Letter[]): number[] {
  return letters.slice(1).flatMap(({ glyph, blank }, index) => {
    const before = letters[index]?.glyph;
    const areDigits = [before, glyph].every((side) => side !== undefined && digit.test(side.character.text));
    return blank !== null || areDigits ? [] : [middleOf(glyph) - middleOf(before)];
  });
}

/** The median of the gaps within words. */
function usualGap(letters: readonly Letter[]): number | null {
  const within = letters.slice(1).filter(({ blank }) => blank === null);
  const widthsPx = within.map(({ gapPx }) => gapPx).toSorted((one, other) => one - other);
  return widthsPx.length < leastGapsForUsual ? null : (widthsPx[Math.floor(widthsPx.length / 2)] ?? null);
}

/** Along the line; before all letters where there is none. */
function middleOf(glyph: Glyph | undefined): number {
  return glyph === undefined ? -Infinity : (glyph.box[0] + glyph.box[2]) / 2;
}
