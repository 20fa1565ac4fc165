import type { Affine } from '../../../ocr/model/geometry.ts';
import { glyphPath } from '../../forms/draw/text.ts';
import type { GlyphOutline } from '../../forms/draw/typeface.ts';
import type { Random } from '../random.ts';
import type { Hand } from './hand.ts';

/** Width that a text takes in a hand at a capital height, in millimetres. */
export function widthOf(hand: Hand, text: string, capitalMm: number): number {
  const em = capitalMm * hand.emPerCapital;
  return hand.typeface.outlines(text).reduce((sum, glyph) => sum + advanceOf(hand, glyph, em), 0);
}

/**
 * Writes one line with its origin at (x, y) on the baseline, as SVG elements in millimetres. What does not fit into
 * `widthMm` is written smaller and closer, as people do.
 */
export function writeLine(hand: Hand, random: Random, text: string, x: number, y: number, widthMm: number): string {
  const natural = widthOf(hand, text, hand.capitalMm);
  const squeeze = Math.min(1, widthMm / natural);
  const capitalMm = hand.capitalMm * Math.max(0.62, Math.sqrt(squeeze));
  const em = capitalMm * hand.emPerCapital;
  const advanceShare = Math.min(1, widthMm / widthOf(hand, text, capitalMm));
  const phase = random.between(0, 6);
  const outlines = hand.typeface.outlines(text);
  let pen = x;
  let elements = '';
  outlines.forEach((glyph, index) => {
    const drift = Math.sin(phase + index * 0.45) * hand.wobble.baseline * 0.7 * capitalMm;
    elements += writeGlyph(hand, random, glyph, pen, y + drift, em, capitalMm, advanceShare);
    const unsteady = 1 + random.gauss() * hand.wobble.size * 0.5;
    pen += advanceOf(hand, glyph, em) * advanceShare * unsteady;
  });
  return elements;
}

/** Writes one glyph with the hand's unsteadiness. `condense` narrows it. */
export function writeGlyph(
  hand: Hand,
  random: Random,
  glyph: GlyphOutline,
  x: number,
  y: number,
  em: number,
  capitalMm: number,
  condense = 1,
): string {
  const { wobble } = hand;
  const size = em * (1 + random.gauss() * wobble.size);
  const lift = random.gauss() * wobble.baseline * capitalMm;
  const turn = (random.gauss() * wobble.turnDeg * Math.PI) / 180;
  const slant = Math.tan((hand.slantDeg * Math.PI) / 180);
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const wide = condense < 1 ? Math.max(condense, 0.8) : 1;
  // In ems with y downwards: slant leans to the right going up, then the letter turns about its origin.
  const place: Affine = [
    size * wide * cos,
    size * wide * sin,
    -size * (slant * cos + sin),
    size * (cos - slant * sin),
    x,
    y + lift,
  ];
  if (glyph.commands.length === 0) return '';
  const grey = Math.round(Math.min(200, Math.max(0, hand.grey + random.gauss() * wobble.grey)));
  return inkPath(glyphPath(glyph, place), grey, hand.strokeMm);
}

/** A filled outline, thickened by a stroke of the same grey. */
export function inkPath(path: string, grey: number, strokeMm: number): string {
  const colour = `rgb(${grey},${grey},${grey})`;
  const stroke =
    strokeMm > 0 ? ` stroke="${colour}" stroke-width="${strokeMm.toFixed(3)}" stroke-linejoin="round"` : '';
  return `<path d="${path}" fill="${colour}"${stroke}/>`;
}

function advanceOf(hand: Hand, glyph: GlyphOutline, em: number): number {
  return hand.pitchMm ?? glyph.advance * em;
}
