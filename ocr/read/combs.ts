import type { Zone } from '../model/form.ts';
import { shiftBox } from './crop.ts';
import type { CharacterClassifier } from './engines/characters.ts';
import { surroundingBox } from './engines/page-table.ts';
import { squareOf } from './glyph-square.ts';
import { cutGlyphs, findCombInk } from './glyphs.ts';
import { measureRegularity } from './hand.ts';
import { type FormView, imageBox } from './ink/form-view.ts';
import { weighCharacters } from './weigh-characters.ts';
import { emptyZoneText, type PlacedCharacter, type ZoneText } from './zone-text.ts';

export interface CombOptions {
  readonly cells: number;
  /** Characters that may stand in each cell, by its index; an empty text allows all. */
  readonly charsets: readonly string[];
}

const digits = '0123456789';
/** Letters that stand for 0 to 9 where two people's codici fiscali would be alike (decree of 23 December 1976). */
const omocodia = 'LMNPQRSTUV';
/** Under one codice fiscale in a thousand has any; more is allowed for here. */
const exceptional = Math.log(1 / 500);
/** Stands for ink that no character could be made of. */
const unread = { text: '?', confidence: 0 };

/**
 * Reads a comb: one character per cell with ink, a blank for a cell without, none after the last. The glyphs are cut out of
 * their cells and recognised all at once, each among the characters that its cell allows.
 */
export async function readComb(
  view: FormView,
  rectMm: Zone['rectMm'],
  options: CombOptions,
  classifier: CharacterClassifier,
): Promise<ZoneText> {
  const zoneInk = findCombInk(view, rectMm);
  const glyphs = zoneInk === null ? [] : cutGlyphs(zoneInk, options.cells);
  if (zoneInk === null || glyphs.length === 0) return emptyZoneText(imageBox(view, rectMm));
  const { left, top } = zoneInk.region;
  const answers = await classifier.classify(glyphs.map((glyph) => squareOf(zoneInk.grey, glyph, zoneInk.pxPerMm)));
  const byCell = new Map<number, PlacedCharacter>();
  glyphs.forEach((glyph, index) => {
    const scores = answers[index] ?? new Float32Array();
    const allowed = allowedIn(options.charsets[glyph.cell] ?? '', classifier.alphabet);
    const character = weighCharacters(scores, classifier.alphabet, allowed) ?? unread;
    byCell.set(glyph.cell, { ...character, box: shiftBox(glyph.box, left, top) });
  });
  const last = Math.max(...byCell.keys());
  const blank: PlacedCharacter = { text: ' ', confidence: 1, box: shiftBox(zoneInk.zoneBox, left, top) };
  const characters = Array.from({ length: last + 1 }, (_, cell) => byCell.get(cell) ?? blank);
  return {
    lines: [characters],
    confidence: Math.min(...characters.map((character) => character.confidence)),
    box: surroundingBox(glyphs.map(({ box }) => shiftBox(box, left, top))),
    engine: classifier.name,
    regularity: measureRegularity(zoneInk, zoneInk.components),
  };
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
