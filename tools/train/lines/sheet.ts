import type { RectMm } from '../../../ocr/model/geometry.ts';
import { setText } from '../../forms/draw/text.ts';
import type { FaceName } from '../../forms/draw/typeface.ts';
import type { Random } from '../../samples/random.ts';
import type { HandKind } from '../../samples/truth.ts';
import type { Faces } from '../../samples/write/faces.ts';
import { type Hand, handIn } from '../../samples/write/hand.ts';
import { widthOf, writeLine } from '../../samples/write/line.ts';
import { type OpenFace, type Sheet, sheetSize } from '../sheet.ts';
import { lineAlphabet } from './alphabet.ts';

/** One field of a sheet and what is written in it. */
export interface SheetLine {
  readonly rectMm: RectMm;
  readonly text: string;
  readonly kind: HandKind;
  readonly face: string;
}

export interface LineSheet extends Pick<Sheet, 'print' | 'ink'> {
  readonly lines: readonly SheetLine[];
}

/** What lines are written with. */
export interface LineTools {
  readonly faces: Faces;
  /** What is written in a field, perhaps in capitals only. */
  readonly invent: (random: Random, capitalsOnly: boolean) => string;
  readonly openFace: OpenFace;
}

const marginMm = 8;
/** White at both ends of a field. */
const indentMm = { left: 1.4, right: 1 } as const;
/** Of the fields so many are narrower than their text, which is then written smaller and closer. */
const tightShare = 0.1;

const labelFace: FaceName = { family: 'arimo', weight: 400 };
const labelMm = 1.7;
const labelGapMm = 0.6;
const labels = ['Nome', 'Cognome', 'Comune', 'Prov.', 'n.', 'Via'];

/** Draws a sheet full of fields in rows, each row by one machine or hand, as close to each other as forms have them. */
export function drawLineSheet(random: Random, tools: LineTools): LineSheet {
  const lines: SheetLine[] = [];
  let print = '';
  let ink = '';
  let y = marginMm;
  for (let row = 0; y < sheetSize.heightMm - marginMm - 10; row += 1) {
    const chance = random.fork(`row ${row}`);
    const heightMm = chance.between(5.4, 9);
    const drawn = drawRow(chance, y, heightMm, tools);
    lines.push(...drawn.lines);
    print += drawn.print;
    ink += drawn.ink;
    y += heightMm + (chance.chance(0.5) ? 0 : chance.between(0, 2.5));
  }
  return { print, ink, lines };
}

function drawRow(random: Random, y: number, height: number, tools: LineTools): LineSheet {
  const hand = drawWriter(random.fork('hand'), tools);
  const footMm = Math.min(height - hand.capitalMm - 0.6, random.between(1.3, 2.8));
  const headMm = height - footMm - hand.capitalMm;
  const drawRules = rulesOf(random.fork('rules'), tools.openFace, headMm);
  // A sheet never sits in a machine quite as the form was drawn.
  const spread = hand.kind === 'typewriter' ? 0.4 : 0.15;
  const [dx, dy] = [random.gauss() * spread, random.gauss() * spread];
  const lines: SheetLine[] = [];
  let print = '';
  let ink = '';
  for (let x = marginMm; ; ) {
    const text = tools.invent(random, hand.capitalsOnly);
    if (text === '' || !isWritable(hand, text)) continue;
    const needed = widthOf(hand, text, hand.capitalMm) + indentMm.left + indentMm.right;
    const width = needed * (random.chance(tightShare) ? random.between(0.75, 1) : random.between(1.02, 1.3));
    if (x + width > sheetSize.widthMm - marginMm) break;
    const rectMm = { x, y, width, height };
    const room = width - indentMm.left - indentMm.right;
    ink += writeLine(hand, random, text, x + indentMm.left + dx, y + height - footMm + dy, room);
    print += drawRules(rectMm);
    lines.push({ rectMm, text, kind: hand.kind, face: hand.face.family });
    x += width + random.between(1, 6);
  }
  return { print, ink, lines };
}

/** Print twice as often as typewriters, where there are both. */
const kinds: readonly HandKind[] = ['typed', 'typed', 'typewriter', 'handwritten'];

/** Somebody who fills in forms, more various than those of the samples. */
function drawWriter(random: Random, { faces, openFace }: LineTools): Hand {
  const kind = random.pick(kinds.filter((one) => faces[one].length > 0));
  const face: FaceName = random.pick(faces[kind]);
  const hand = handIn(random, kind, face, openFace);
  switch (kind) {
    case 'typed':
      return { ...hand, capitalMm: hand.capitalMm * random.between(0.75, 1.25), capitalsOnly: random.chance(0.4) };
    case 'typewriter':
      return { ...hand, capitalsOnly: random.chance(0.4) };
    case 'handwritten':
      return { ...hand, ...unsteady(random, hand) };
  }
}

/** Hands are less even than the fonts that stand for them. */
function unsteady(random: Random, { capitalMm, wobble }: Hand): Partial<Hand> {
  const baseline = wobble.baseline * random.between(0.6, 2);
  const size = wobble.size * random.between(0.6, 2.5);
  const turnDeg = wobble.turnDeg * random.between(0.6, 2.5);
  return {
    capitalMm: capitalMm * random.between(0.75, 1.1),
    slantDeg: random.between(-9, 16),
    strokeMm: random.between(0.05, 0.4),
    wobble: { ...wobble, baseline, size, turnDeg },
    capitalsOnly: random.chance(0.5),
  };
}

function isWritable({ typeface }: Hand, text: string): boolean {
  return [...text].every(
    (character) => lineAlphabet.includes(character) && (character === ' ' || typeface.has(character)),
  );
}

/** How the fields of a row are printed: a rule to write on, dots, a frame or nothing, where there is room above the writing some with a small label. */
function rulesOf(random: Random, openFace: OpenFace, headMm: number): (rectMm: RectMm) => string {
  const manner = random.pick(['rule', 'rule', 'dots', 'frame', 'none'] as const);
  const grey = random.whole(0, 170);
  const thickMm = random.between(0.1, 0.3);
  const dots = manner === 'dots' ? ` stroke-dasharray="${thickMm} ${random.between(0.5, 1)}"` : '';
  const stroke = `fill="none" stroke="rgb(${grey},${grey},${grey})" stroke-width="${thickMm}"${dots}`;
  const labelled = headMm > labelMm + labelGapMm && random.chance(0.6);
  return ({ x, y, width, height }) => {
    const path = manner === 'frame' ? `M${x} ${y}h${width}v${height}h${-width}z` : `M${x} ${y + height - 0.8}h${width}`;
    const rule = manner === 'none' ? '' : `<path d="${path}" ${stroke}/>`;
    const label = labelled ? setText(openFace(labelFace), random.pick(labels), x + 0.5, y + labelMm, labelMm).path : '';
    return label === '' ? rule : `${rule}<path d="${label}"/>`;
  };
}
