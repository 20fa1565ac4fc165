import type { LayoutPage } from '../../ocr/model/form.ts';
import type { RectMm } from '../../ocr/model/geometry.ts';
import type { Random } from '../samples/random.ts';
import type { Written } from '../samples/records/written.ts';
import type { Hand } from '../samples/write/hand.ts';
import { writeCancelled } from '../samples/write/hard-marks.ts';

/** Leaves a field empty that somebody ought to have filled in. */
export function leaveEmpty(written: Written, pointer: string): Written {
  return new Map([...written].filter(([field]) => field !== pointer));
}

/** Writes a tax code as somebody does who slips: its last character is the next letter of the alphabet. */
export function slipInCode(written: Written, pointer: string): Written {
  const text = written.get(pointer)?.text ?? '';
  const last = text.codePointAt(text.length - 1);
  if (last === undefined) throw new Error(`nothing is written at ${pointer} to slip in`);
  const slipped = text.slice(0, -1) + (text.endsWith('Z') ? 'A' : String.fromCodePoint(last + 1));
  return new Map(written).set(pointer, { value: slipped, text: slipped });
}

/** Spills ink over a field until nobody can read it. */
export function spillInk(page: LayoutPage, pointer: string, random: Random): string {
  const rect = page.zones.find(({ field }) => field === pointer)?.rectMm;
  if (rect === undefined) return '';
  const drops = Array.from({ length: 26 }, (_, index) => dropOf(random.fork(`drop ${index}`), rect));
  return `<g fill="rgb(48,48,48)">${drops.join('')}</g>`;
}

function dropOf(random: Random, { x, y, width, height }: RectMm): string {
  const across = random.between(0.04, 0.6);
  const radiusMm = random.between(1, 2.6);
  const middle = `cx="${(x + across * width).toFixed(2)}" cy="${(y + random.between(0.35, 0.85) * height).toFixed(2)}"`;
  return `<ellipse ${middle} rx="${(radiusMm * 1.7).toFixed(2)}" ry="${radiusMm.toFixed(2)}"/>`;
}

/** Crosses a box and scribbles the cross out again, beside the one that is meant. */
export function cancelBox(page: LayoutPage, pointer: string, code: string, random: Random, pen: Hand): string {
  const box = page.zones.find((zone) => zone.kind === 'mark' && zone.field === pointer && zone.value === code);
  return box === undefined ? '' : writeCancelled(pen, random, box.rectMm);
}
