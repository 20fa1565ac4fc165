import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { weighCharacters } from '../../../ocr/read/combs/weigh-characters.ts';
import { type CharacterClassifier, loadCharacterClassifier } from '../../../ocr/read/engines/characters.ts';
import { heldOutFaces } from '../../../tools/samples/write/faces.ts';
import type { WrittenGlyph } from '../../../tools/train/cut-sheet.ts';
import { drawGlyphs } from '../../../tools/train/draw-glyphs.ts';
import type { FamiliesByKind } from '../../../tools/train/sheet.ts';

const digits = '0123456789';
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const families = {
  typed: heldOutFaces.typed.map(({ family }) => family),
  typewriter: heldOutFaces.typewriter.map(({ family }) => family),
  handwritten: heldOutFaces.handwritten.map(({ family }) => family),
} satisfies FamiliesByKind;

let classifier: CharacterClassifier;
let glyphs: WrittenGlyph[];
beforeAll(async () => {
  classifier = await loadCharacterClassifier();
  glyphs = await drawGlyphs({ seed: 'characters test', sheets: 1, families });
});
afterAll(() => classifier.release());

/** Share of the characters of an alphabet that are read right where that alphabet is all that may stand in a cell. */
async function shareRight(alphabet: string): Promise<number> {
  const own = glyphs.filter(({ label }) => label !== '' && alphabet.includes(label));
  const answers = await classifier.classify(own.map(({ square }) => square));
  const allowed = new Map([...alphabet].map((character) => [character, 0]));
  const read = answers.map((scores) => weighCharacters(scores, classifier.alphabet, allowed)?.text);
  expect(own.length).toBeGreaterThan(100);
  return own.filter(({ label }, index) => read[index] === label).length / own.length;
}

describe('the shipped character network, on a sheet in faces that it never saw', () => {
  it('reads digits', async () => {
    expect(await shareRight(digits)).toBeGreaterThan(0.95);
  });

  it('reads capitals', async () => {
    expect(await shareRight(letters)).toBeGreaterThan(0.95);
  });

  it('answers nothing when asked nothing', async () => {
    expect(await classifier.classify([])).toEqual([]);
  });
});
