import type { Zone } from '../../model/form.ts';
import type { Character, Opinion } from '../../model/reading.ts';
import { shiftBox } from '../crop.ts';
import type { CharacterClassifier } from '../engines/characters.ts';
import type { LineReader } from '../engines/engine.ts';
import { surroundingBox } from '../engines/page-lines.ts';
import { type FormView, imageBox } from '../ink/form-view.ts';
import { hasWriting } from '../ink/has-writing.ts';
import { touchesPrint } from '../ink/touches-print.ts';
import { writingImage, type ZoneInk } from '../ink/zone-ink.ts';
import { isOffCentre } from '../misplaced/off-centre.ts';
import { strokesAlone } from '../struck/lone-strokes.ts';
import { tracesOf } from '../struck/traces.ts';
import { measureRegularity } from '../writer/regularity.ts';
import { emptyZoneText, type PlacedCharacter, type ZoneText } from '../zone-text.ts';
import { setAsLine } from './comb-line.ts';
import { withSecondOpinion } from './comb-opinion.ts';
import { squareOf } from './glyph-square.ts';
import { cutGlyphs, cutGlyphsInOrder, findCombInk, type Glyph } from './glyphs.ts';
import { weighCharacters } from './weigh-characters.ts';

export interface CombOptions {
  readonly cells: number;
  /** Characters that may stand in each cell, by its index; an empty text allows all. */
  readonly charsets: readonly string[];
  /** No walls part the cells: where there are as many characters as cells, they are taken from left to right. */
  readonly withoutWalls?: boolean;
}

const digits = '0123456789';
/** Letters that stand for 0 to 9 where two people's codici fiscali would be alike (decree of 23 December 1976). */
const omocodia = 'LMNPQRSTUV';
/** Under one codice fiscale in a thousand has any; more is allowed for here. */
const exceptional = Math.log(1 / 500);
/** Stands for ink that no character could be made of. */
const unread = { text: '?', confidence: 0 };

/** Height tells a reader of lines all it needs; the resolution of letters that were set anew means nothing. */
const setLineDpi = 300;

/** Surer than this of its least sure character the network was never wrong in 1,528 typed combs. */
const sureAlone = 0.97;

/** Who reads combs. */
export interface CombReaders {
  readonly classifier: CharacterClassifier;
  /** Asked in turn about the letters, set as a line, as long as the network and those asked before are in doubt. */
  readonly others?: readonly (() => Promise<LineReader>)[];
}

/**
 * Reads a comb: one character per cell with ink, a blank for a cell without, none after the last. The glyphs are cut out of
 * their cells and recognised all at once, each among the characters that its cell allows.
 */
export async function readComb(
  view: FormView,
  rectMm: Zone['rectMm'],
  options: CombOptions,
  { classifier, others = [] }: CombReaders,
): Promise<ZoneText> {
  const zoneInk = findCombInk(view, rectMm);
  const loneStrokes = zoneInk === null ? null : strokesAlone(zoneInk);
  if (loneStrokes !== null) return { ...emptyZoneText(imageBox(view, rectMm)), loneStrokes };
  const cut = options.withoutWalls === true ? cutGlyphsInOrder : cutGlyphs;
  const glyphs = zoneInk === null || !hasWriting(zoneInk) ? [] : cut(zoneInk, options.cells);
  if (zoneInk === null || glyphs.length === 0) return emptyZoneText(imageBox(view, rectMm));
  const answers = await classifier.classify(glyphs.map((glyph) => squareOf(zoneInk.grey, glyph, zoneInk.pxPerMm)));
  const allowed = glyphs.map(({ cell }) => allowedIn(options.charsets[cell] ?? '', classifier.alphabet));
  const alone = glyphs.map(
    (_, index): Character =>
      weighCharacters(answers[index] ?? new Float32Array(), classifier.alphabet, allowed[index] ?? new Map()) ?? unread,
  );
  const opinions: Opinion[] = [];
  let weighed: readonly Character[] = alone;
  for (const open of others) {
    if (leastSure(weighed) >= sureAlone) break;
    const again = await askAgain(zoneInk, glyphs, weighed, allowed, await open());
    weighed = again.characters;
    opinions.push(again.opinion);
  }
  return {
    ...zoneTextOf(zoneInk, glyphs, weighed, {
      engine: classifier.name,
      opinions: opinions.length === 0 ? [] : [opinionOf(classifier.name, alone), ...opinions],
    }),
    leavesZone: isOffCentre(glyphs, zoneInk.zoneBox, options.cells),
    askLines: async (ask) => [await ask(setAsLine(writingImage(zoneInk), glyphs), setLineDpi)],
    traces: () => tracesOf(zoneInk),
  };
}

/** What a reader of lines makes of the letters, and the letters by its word and what was thought of them before. */
async function askAgain(
  zoneInk: ZoneInk,
  glyphs: readonly Glyph[],
  before: readonly Character[],
  allowed: readonly ReadonlyMap<string, number>[],
  reader: LineReader,
): Promise<{ characters: readonly Character[]; opinion: Opinion }> {
  const charset = [...new Set(allowed.flatMap((open) => [...open.keys()]))].join('');
  const line = setAsLine(writingImage(zoneInk), glyphs);
  const { characters, engine, text, confidence } = await reader.readLine(line, {
    dpi: setLineDpi,
    charset,
    isolated: true,
  });
  const read = characters.filter((character) => character.text !== ' ');
  const agree = read.length === before.length;
  return {
    opinion: { engine, text, confidence },
    characters: before.map((character, index) => {
      const other = read[index];
      const open = new Set(allowed[index]?.keys());
      return agree && other !== undefined && character !== unread
        ? withSecondOpinion(character, other, open)
        : character;
    }),
  };
}

function zoneTextOf(
  zoneInk: ZoneInk,
  glyphs: readonly Glyph[],
  read: readonly Character[],
  source: Pick<ZoneText, 'engine' | 'opinions'>,
): ZoneText {
  const { left, top } = zoneInk.region;
  const byCell = new Map(
    glyphs.map(({ cell, box }, index): [number, PlacedCharacter] => [
      cell,
      { ...(read[index] ?? unread), box: shiftBox(box, left, top) },
    ]),
  );
  const last = Math.max(...byCell.keys());
  const blank: PlacedCharacter = { text: ' ', confidence: 1, box: shiftBox(zoneInk.zoneBox, left, top) };
  const characters = Array.from({ length: last + 1 }, (_, cell) => byCell.get(cell) ?? blank);
  return {
    lines: [characters],
    confidence: leastSure(characters),
    box: surroundingBox(glyphs.map(({ box }) => shiftBox(box, left, top))),
    ...source,
    touchesPrint: () => touchesPrint(zoneInk),
    regularity: measureRegularity(zoneInk, zoneInk.components),
  };
}

function opinionOf(engine: string, characters: readonly Character[]): Opinion {
  return { engine, text: characters.map(({ text }) => text).join(''), confidence: leastSure(characters) };
}

function leastSure(characters: readonly Character[]): number {
  return Math.min(...characters.map(({ confidence }) => confidence));
}

/** What may stand in a cell, and how much rarer than the rest it is. An empty charset allows all. */
function allowedIn(charset: string, alphabet: readonly string[]): ReadonlyMap<string, number> {
  const characters = charset === '' ? alphabet : [...charset];
  const isExceptional = (character: string) => isPlaceForDigit(charset) && omocodia.includes(character);
  return new Map(characters.map((character) => [character, isExceptional(character) ? exceptional : 0]));
}

/** Whether a charset has all digits, and of letters at most those that take their place in few codici fiscali. */
function isPlaceForDigit(charset: string): boolean {
  const others = [...charset].filter((character) => !digits.includes(character));
  return charset.length - others.length === digits.length && others.every((other) => omocodia.includes(other));
}
