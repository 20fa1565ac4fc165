import { weighCharacters } from '../../../ocr/read/combs/weigh-characters.ts';
import { type CharacterClassifier, loadCharacterClassifier } from '../../../ocr/read/engines/characters.ts';
import { heldOutFaces, unseenFaces } from '../../../tools/samples/write/faces.ts';
import { drawGlyphs } from '../../../tools/train/draw-glyphs.ts';
import type { LabelledGlyph } from '../../../tools/train/glyph-set.ts';
import { readSemeion } from '../../../tools/train/semeion.ts';
import { type Measure, measured, skipped } from '../measure.ts';
import type { BenchContext } from './part.ts';

/** Sheets of about a thousand characters, three in five of them by hand. */
const sheets = 4;
const digits = '0123456789';
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

type CharsetOf = (label: string) => string;

/** Share of the glyphs that the network alone reads right among the characters that `charsetOf` leaves open. */
async function shareRight(
  classifier: CharacterClassifier,
  glyphs: readonly LabelledGlyph[],
  charsetOf: CharsetOf,
): Promise<number> {
  const answers = await classifier.classify(glyphs.map(({ square }) => square));
  const right = glyphs.filter(({ label }, index) => {
    const allowed = new Map([...charsetOf(label)].map((character) => [character, 0]));
    return weighCharacters(answers[index] ?? new Float32Array(), classifier.alphabet, allowed)?.text === label;
  });
  return right.length / glyphs.length;
}

async function handwrittenGlyphs(seed: string): Promise<LabelledGlyph[]> {
  const familiesOf = (faces: typeof unseenFaces.handwritten) => faces.map(({ family }) => family);
  const families = {
    typed: familiesOf(heldOutFaces.typed),
    typewriter: familiesOf(heldOutFaces.typewriter),
    handwritten: familiesOf([...heldOutFaces.handwritten, ...unseenFaces.handwritten]),
  };
  const glyphs = await drawGlyphs({ seed: `${seed}/characters`, sheets, families });
  return glyphs.filter(
    ({ kind, label }) => kind === 'handwritten' && label !== '' && (digits + letters).includes(label),
  );
}

async function drawnMeasures(classifier: CharacterClassifier, seed: string): Promise<Measure[]> {
  const glyphs = await handwrittenGlyphs(seed);
  const on = (open: string) => `cells of unsteady hands in fonts not used in training, ${open}`;
  const figure = { measure: 'single characters', unit: 'share', count: glyphs.length };
  const known = await shareRight(classifier, glyphs, (label) => (digits.includes(label) ? digits : letters));
  const open = await shareRight(classifier, glyphs, () => digits + letters);
  return [
    measured({ ...figure, on: on('digit or letter known'), value: known }),
    // Without a field's kind nobody tells an O from a zero.
    measured({ ...figure, on: on('any of 36'), value: open }),
  ];
}

async function digitMeasure(classifier: CharacterClassifier, data: string | null): Promise<Measure> {
  const on = 'Semeion digits of writers that nothing was learnt from';
  const semeion = await readSemeion(data);
  if (semeion === null)
    return skipped('digits', on, 'share', 'name a folder that holds digits/semeion.txt with --data');
  const value = await shareRight(classifier, semeion.heldOut, () => digits);
  const count = semeion.heldOut.length;
  return measured({ measure: 'digits', on, value, unit: 'share', count, aim: { atLeast: 0.97 } });
}

/** What the character network makes of single cells, without a second reader and without what fields know. */
export async function characterMeasures({ data, seed }: BenchContext): Promise<Measure[]> {
  const classifier = await loadCharacterClassifier();
  try {
    return [...(await drawnMeasures(classifier, seed)), await digitMeasure(classifier, data)];
  } finally {
    await classifier.release();
  }
}
