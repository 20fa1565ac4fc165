import type { LayoutPage, Zone } from '../../../ocr/model/form.ts';
import type { FaceName, Typeface } from '../../forms/draw/typeface.ts';
import type { Random } from '../random.ts';
import { inCapitals, type Written } from '../records/written.ts';
import { heldOutFaces, unseenFaces, usualFaces } from './faces.ts';
import { type Hand, handIn } from './hand.ts';

/** Somebody who fills in by pen what the machine left open. */
export interface SecondHand {
  readonly hand: Hand;
  /** JSON Pointers of what this hand writes. */
  readonly fields: ReadonlySet<string>;
}

/** What may be written by another hand than the rest. Marks and signatures are by pen or machine of themselves. */
const writtenKinds: readonly Zone['kind'][] = ['text', 'comb', 'date'];

/** Fonts that networks learnt from and those that they never saw. */
const penFaces = [usualFaces, heldOutFaces, unseenFaces].flatMap(({ handwritten }) => handwritten);

/** Draws whose hand fills in a share of the fields of a form, and which; null where it fills in none. */
export function drawSecondHand(
  random: Random,
  share: number,
  pages: readonly LayoutPage[],
  written: Written,
  openFace: (name: FaceName) => Typeface,
): SecondHand | null {
  const zones = pages.flatMap((page) => page.zones).filter(({ kind }) => writtenKinds.includes(kind));
  const open = [...new Set(zones.map(({ field }) => field))].filter((field) => written.has(field));
  const fields = new Set(open.filter((field) => random.fork(field).chance(share)));
  if (fields.size === 0) return null;
  const texts = [...fields].map((field) => written.get(field)?.text ?? '').join('');
  return { hand: drawPenHand(random.fork('hand'), openFace, texts + texts.toUpperCase()), fields };
}

/** Draws a hand in any font that has the characters of a text. */
export function drawPenHand(random: Random, openFace: (name: FaceName) => Typeface, text = ''): Hand {
  const canWrite = (face: FaceName) => [...text].every((character) => openFace(face).has(character));
  const face = random.fork('face').pick(penFaces.filter(canWrite));
  return handIn(random.fork('manner'), 'handwritten', face, openFace);
}

/** What a second hand writes, and says so. `lines` are the fields that those write in capitals who write nothing else. */
export function writtenBy({ hand, fields }: SecondHand, written: Written, lines: ReadonlySet<string>): Written {
  const own: Written = new Map([...written].filter(([field]) => fields.has(field)));
  const spelt = hand.capitalsOnly ? inCapitals(own, lines) : own;
  return new Map([...spelt].map(([field, truth]) => [field, { ...truth, byHand: true }]));
}
