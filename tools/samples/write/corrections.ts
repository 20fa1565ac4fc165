import type { Zone } from '../../../ocr/model/form.ts';
import type { RectMm } from '../../../ocr/model/geometry.ts';
import type { Random } from '../random.ts';
import { writeComb } from './comb.ts';
import type { Hand } from './hand.ts';
import { widthOf, writeLine } from './line.ts';
import { mistakeFor, otherCharacter } from './mistakes.ts';
import { splitLines } from './split-lines.ts';
import { strikeOut, type WrittenSpan } from './strike-out.ts';
import { whiteOut } from './white-out.ts';

/** Who corrects: the hand that filled in the form, and whoever holds the pen. */
export interface Correctors {
  readonly hand: Hand;
  /** The same person's pen; for who writes by hand, the hand itself. */
  readonly pen: Hand;
}

/** Between a word that was struck out and what goes on, in capitals. */
const gapShare = 0.7;
/** Above a line there is room for letters this much smaller. */
const aboveShare = 0.72;

/**
 * Writes a text of one line that went wrong first and was put right: struck out and written beside or above, typed over with
 * crosses or strokes, whitened and typed again, or one letter written over another.
 */
export function writeCorrectedText(who: Correctors, random: Random, text: string, rect: RectMm): string {
  const { hand } = who;
  const [x, y, width] = [rect.x + 1.4, rect.y + rect.height - 2.2, rect.width - 2.4];
  const wrong = mistakeFor(text, random);
  const span = { x, y, widthMm: widthOf(hand, wrong, hand.capitalMm), capitalMm: hand.capitalMm };
  const gap = gapShare * hand.capitalMm;
  const fitsBeside = span.widthMm + gap + widthOf(hand, text, hand.capitalMm) <= width;
  const manner = random.pick(mannersOf(hand));
  if (manner === 'over') return writeOver(who, random, text, { ...span, widthMm: width });
  if (manner === 'white') return whiteOut(hand, random, wrong, span) + writeLine(hand, random, text, x, y, width);
  const first = writeLine(hand, random, wrong, x, y, width);
  if (manner === 'overtype' && fitsBeside) {
    return first + overtype(hand, random, wrong, span) + beside(hand, random, text, span, gap);
  }
  const struck = first + strikeOut(who.pen, random, { ...span, widthMm: Math.min(width, span.widthMm) });
  // Who has no more room on the line, or has taken the sheet out of the machine, writes above it.
  if (fitsBeside && random.chance(0.6)) return struck + beside(hand, random, text, span, gap);
  const small = { ...who.pen, capitalMm: who.pen.capitalMm * aboveShare };
  return struck + writeLine(small, random, text, x + random.between(0, 3), y - hand.capitalMm - 0.8, width);
}

type Manner = 'strike' | 'over' | 'overtype' | 'white';

function mannersOf({ kind }: Hand): readonly Manner[] {
  if (kind === 'handwritten') return ['strike', 'strike', 'strike', 'over'];
  return kind === 'typed' ? ['strike', 'strike', 'over', 'white'] : ['overtype', 'overtype', 'strike', 'over', 'white'];
}

/** Writes a text of several lines, a word of which went wrong, was struck out and follows again; null where it finds no room. */
export function writeCorrectedLines(
  { hand, pen }: Correctors,
  random: Random,
  text: string,
  rect: RectMm,
  lines: number,
): string | null {
  const words = text.split(' ');
  const place = random.pick(words.flatMap((word, index) => (word.length > 3 ? [index] : [])));
  const wrong = mistakeFor(words[place] ?? '', random);
  const [x, width, pitch] = [rect.x + 1.4, rect.width - 2.4, rect.height / lines];
  const broken = splitLines(hand, words.toSpliced(place, 0, wrong).join(' '), width, lines);
  if (broken.some((line) => widthOf(hand, line, hand.capitalMm) > width)) return null;
  const footOf = (line: number) => rect.y + (line + 1) * pitch - 2.2;
  let first = 0;
  const elements = broken.map((line, index) => {
    const own = line.split(' ');
    const before = place - first;
    first += own.length;
    const written = writeLine(hand, random, line, x, footOf(index), width);
    if (before < 0 || before >= own.length) return written;
    const lead = before === 0 ? '' : `${own.slice(0, before).join(' ')} `;
    const widthMm = widthOf(hand, wrong, hand.capitalMm);
    const left = x + (lead === '' ? 0 : widthOf(hand, lead, hand.capitalMm));
    const span = { x: left, y: footOf(index), widthMm, capitalMm: hand.capitalMm };
    const isTypedOver = hand.kind === 'typewriter' && random.chance(0.7);
    return written + (isTypedOver ? overtype(hand, random, wrong, span) : strikeOut(pen, random, span));
  });
  return elements.join('');
}

function beside(hand: Hand, random: Random, text: string, { x, y, widthMm }: WrittenSpan, gap: number): string {
  return writeLine(hand, random, text, x + widthMm + gap, y, widthOf(hand, text, hand.capitalMm) * 1.01);
}

function overtype(hand: Hand, random: Random, wrong: string, { x, y, widthMm }: WrittenSpan): string {
  const cover = random.pick(['x', 'x', 'X', 'X', 'm', '/', '-', '=']).repeat([...wrong].length);
  const once = writeLine(hand, random, cover, x, y, widthMm * 1.5);
  return random.chance(0.3) ? once + writeLine(hand, random, cover, x, y, widthMm * 1.5) : once;
}

/** Writes a text of which one letter stands over another. */
function writeOver({ hand, pen }: Correctors, random: Random, text: string, { x, y, widthMm }: WrittenSpan): string {
  const characters = [...text];
  const open = characters.flatMap((character, index) => (/[\p{L}\d]/u.test(character) ? [index] : []));
  const place = random.pick(open);
  const first = characters.map((character, index) => (index === place ? otherCharacter(character, random) : character));
  const right = characters[place] ?? '';
  // With one pitch, or letter by letter: the wrong letter is as wide as the right one in no face but a typewriter's.
  const before = first.slice(0, place).join('');
  const capitalMm = hand.capitalMm * Math.min(1, widthMm / widthOf(hand, text, hand.capitalMm));
  const line = { ...hand, capitalMm };
  const at = x + widthOf(line, before, capitalMm);
  const over = { ...(hand.kind === 'typewriter' ? hand : heavier(pen)), capitalMm };
  return (
    writeLine(line, random, first.join(''), x, y, widthMm) +
    writeLine(over, random, right, at, y, widthOf(over, right, capitalMm) * 1.01)
  );
}

/** Who writes over a letter presses. */
function heavier(pen: Hand): Hand {
  return { ...pen, strokeMm: pen.strokeMm + 0.2 };
}

type CellZone = Extract<Zone, { kind: 'comb' | 'date' }>;

/** Fills in a comb that went wrong first: characters over others, one struck out with the right one above, or all of it. */
export function writeCorrectedComb(
  who: Correctors,
  random: Random,
  text: string,
  zone: CellZone,
  cells: number,
): string {
  const { hand, pen } = who;
  const { rectMm } = zone;
  const characters = [...text];
  const places = new Set([random.whole(0, characters.length - 1), random.whole(0, characters.length - 1)]);
  const one = new Set([...places].slice(0, 1));
  const wrong = (at: ReadonlySet<number>) =>
    characters.map((character, cell) => (at.has(cell) ? otherCharacter(character, random) : character)).join('');
  const only = (at: ReadonlySet<number>) =>
    characters.map((character, cell) => (at.has(cell) ? character : ' ')).join('');
  const above = { ...rectMm, y: rectMm.y - rectMm.height * 0.72, height: rectMm.height * 0.7 };
  const manner = random.pick(['over', 'over', 'over', 'above', 'whole']);
  if (manner === 'whole') {
    const [x, y, capitalMm] = [rectMm.x, rectMm.y + rectMm.height * 0.75, rectMm.height * 0.5];
    const widthMm = (rectMm.width / cells) * characters.length;
    const line = { ...pen, capitalMm: pen.combCapitalMm * aboveShare };
    return (
      writeComb(hand, random, wrong(places), rectMm, cells) +
      strikeOut(pen, random, { x, y, widthMm, capitalMm }) +
      writeLine(line, random, text, x + random.between(0, 4), rectMm.y - 0.4, rectMm.width)
    );
  }
  if (manner === 'above') {
    const [cell = 0] = one;
    const cellWidth = rectMm.width / cells;
    const span = { x: rectMm.x + cell * cellWidth + 0.8, y: rectMm.y + rectMm.height * 0.75 };
    return (
      writeComb(hand, random, wrong(one), rectMm, cells) +
      strikeOut(pen, random, { ...span, widthMm: cellWidth - 1.6, capitalMm: rectMm.height * 0.5 }) +
      writeComb(pen, random, only(one), above, cells)
    );
  }
  const over = hand.kind === 'typewriter' && random.chance(0.6) ? hand : heavier(pen);
  const changed = random.chance(0.7) ? one : places;
  return writeComb(hand, random, wrong(changed), rectMm, cells) + writeComb(over, random, only(changed), rectMm, cells);
}
