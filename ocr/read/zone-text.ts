import { type Affine, type Box, mapBox } from '../model/geometry.ts';
import type { GreyImage } from '../model/page.ts';
import type { Character, Opinion, Reading, Word } from '../model/reading.ts';
import { surroundingBox } from './engines/page-lines.ts';
import type { Component } from './ink/components.ts';
import type { LoneStrokes } from './struck/lone-strokes.ts';
import type { PieceTrace } from './struck/traces.ts';
import type { SecondReading } from './text/second-reading.ts';
import { type InkRegularity, noRegularity } from './writer/regularity.ts';

/** A character and where it stands, in pixels of the prepared page. */
export interface PlacedCharacter extends Character {
  readonly box: Box;
}

/** What was read in one zone, in pixels of the prepared page. */
export interface ZoneText {
  /** Lines from the top, each its characters from the left; blanks between words are characters too. */
  readonly lines: readonly (readonly PlacedCharacter[])[];
  readonly confidence: number;
  /** The ink, or the zone where there is none. */
  readonly box: Box;
  readonly engine: string;
  /** What each engine read, where several were asked; without them, or empty, one answered. */
  readonly opinions?: readonly Opinion[];
  /** What they read of the lines drawn a little differently. */
  readonly again?: readonly Opinion[];
  readonly regularity: InkRegularity;
  /** Where the writing begins or ends is not certain: it leaves its zone, or lies on a wall. */
  readonly isOverrun?: boolean;
  /** Whether some of it lies on the form's own print; asked of misplaced pages alone. */
  readonly touchesPrint?: () => boolean;
  /** It reaches over an edge of its zone, or stands beside it. */
  readonly leavesZone?: boolean;
  /** It holds nothing but dashes or a stroke, which say that there is nothing to say. */
  readonly loneStrokes?: LoneStrokes;
  /** Something was struck out or written over: some of what was written, or all of it. */
  readonly struck?: 'part' | 'all';
  /** What its ink shows of corrections. */
  readonly traces?: () => readonly PieceTrace[];
  /** Reads what remains without some pieces; gives null where no letters do. Absent in cells. */
  readonly readRest?: (struck: readonly Component[]) => Promise<ZoneText | null>;
  /** Reads the doubtful lines once more; absent where there are none. */
  readonly readAgain?: (again: SecondReading) => Promise<ZoneText>;
  /** Asks of each line who wrote it; absent where there are none. */
  readonly askLines?: AskLines;
}

/** Shows somebody the lines of a zone, and gives the answers. */
export type AskLines = <Answer>(ask: (crop: GreyImage, dpi: number) => Promise<Answer>) => Promise<Answer[]>;

/** The reading of a zone without ink: surely empty, told without asking the engine. */
export function emptyZoneText(box: Box): ZoneText {
  return { lines: [], confidence: 1, box, engine: 'ink', regularity: noRegularity };
}

/** Lines are joined by line ends. The box is mapped to the captured page. */
export function readingOf(
  { lines, confidence, box, engine, opinions = [], again = [] }: ZoneText,
  toCaptured: Affine,
): Reading {
  const characters = lines.flatMap((line, index): Character[] => [
    ...(index === 0 ? [] : [{ text: '\n', confidence: 1 }]),
    ...line.map(({ box: _, ...character }) => character),
  ]);
  return {
    text: characters.map((character) => character.text).join(''),
    confidence,
    characters,
    box: mapBox(toCaptured, box),
    engine,
    ...(opinions.length === 0 ? {} : { opinions: [...opinions] }),
    ...(again.length === 0 ? {} : { again: [...again] }),
  };
}

/** The words of a zone, boxes mapped to the captured page. */
export function wordsOf({ lines }: ZoneText, toCaptured: Affine): Word[] {
  return lines.flatMap((line) => splitAtBlanks(line).map((characters) => wordOf(characters, toCaptured)));
}

function splitAtBlanks(line: readonly PlacedCharacter[]): PlacedCharacter[][] {
  const words: PlacedCharacter[][] = [[]];
  for (const character of line) {
    if (character.text === ' ') words.push([]);
    else words.at(-1)?.push(character);
  }
  return words.filter((word) => word.length > 0);
}

function wordOf(characters: readonly PlacedCharacter[], toCaptured: Affine): Word {
  return {
    text: characters.map((character) => character.text).join(''),
    confidence: Math.min(...characters.map((character) => character.confidence)),
    box: mapBox(toCaptured, surroundingBox(characters.map((character) => character.box))),
  };
}
