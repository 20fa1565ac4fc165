import type { FieldKind } from '../../../contract/document.ts';
import { alignTexts } from '../../../renderer/screens/verify/entry/align.ts';
import { type Entry, typeInto } from '../../../renderer/screens/verify/entry/entry.ts';
import { maskOfKind } from '../../../renderer/screens/verify/entry/masks/masks.ts';

/** What the operator sees of a text field in focus. */
export interface SeenText extends Entry {
  readonly kind: FieldKind;
  readonly candidates: readonly string[];
  /** A digit alone picks a candidate. */
  readonly plainDigits: boolean;
}

/** Keys as Playwright names them; a chord such as `Alt+2` is two keystrokes. */
export type Keys = readonly string[];

export function strokesOf(keys: Keys): number {
  return keys.reduce((sum, key) => sum + (key.length > 1 ? key.split('+').length : 1), 0);
}

/** The fewest keys that make a field say what the page says, written as the screen writes it, as far as the screen allows. */
export function planKeys(seen: SeenText, wanted: string): Keys {
  if (wanted === '') return ['F3'];
  if (seen.text === wanted) return ['Enter'];
  const position = seen.candidates.indexOf(wanted);
  const plans = [retype(seen, wanted), edit(seen, wanted), position < 0 ? null : pick(seen, position)];
  const [best] = plans.filter((plan) => plan !== null).toSorted((left, right) => strokesOf(left) - strokesOf(right));
  return best ?? retype(seen, wanted);
}

export function pick({ plainDigits }: Pick<SeenText, 'plainDigits'>, position: number): Keys {
  return [plainDigits ? String(position + 1) : `Alt+${position + 1}`];
}

/** Chooses the whole text where it is not chosen yet, and keys all of it but the separators that come by themselves. */
export function retype({ text, start, end, kind }: SeenText, wanted: string): Keys {
  const isChosen = start === 0 && end === text.length;
  const bare = wanted.replace(/[\s/]/g, '');
  const keyed = [...(maskOfKind(kind).dress(bare) === wanted ? bare : wanted)];
  return [...(isChosen || text === '' ? [] : ['Escape']), ...keyed, 'Enter'];
}

/** Goes from difference to difference and puts each right; null where that does not lead to the text wanted. */
function edit(seen: SeenText, wanted: string): Keys | null {
  const keys: string[] = [];
  let entry: Entry = seen;
  for (let round = 0; round <= wanted.length + seen.text.length; round += 1) {
    const change = firstDifference(entry.text, wanted);
    if (change === null) return [...keys, 'Enter'];
    const step = makeChange(entry, seen.kind, change);
    keys.push(...step.keys);
    if (step.entry.text === entry.text) return null;
    entry = step.entry;
  }
  return null;
}

interface Change {
  /** Where in the present text. */
  readonly at: number;
  /** Characters that go, 0 or 1, and what comes in their place. */
  readonly removed: 0 | 1;
  readonly put: string;
}

function firstDifference(text: string, wanted: string): Change | null {
  if (text === wanted) return null;
  const partners = alignTexts(wanted.length, text.length, (index, other) => wanted[index] !== text[other]);
  let next = 0;
  for (const [index, other] of partners.entries()) {
    if (other === null) return { at: next, removed: 0, put: wanted[index] ?? '' };
    if (other > next) return { at: next, removed: 1, put: '' };
    if (wanted[index] !== text[other]) return { at: other, removed: 1, put: wanted[index] ?? '' };
    next = other + 1;
  }
  return { at: next, removed: 1, put: '' };
}

function makeChange(entry: Entry, kind: FieldKind, { at, removed, put }: Change): { keys: string[]; entry: Entry } {
  const isChosen = removed === 1 && entry.start === at && entry.end === at + 1;
  const text = entry.text.slice(0, at) + put + entry.text.slice(at + removed);
  const typed = { typed: text, caret: at + put.length, isForward: put === '' };
  const after = typeInto(isChosen ? entry : { ...entry, start: at, end: at }, kind, typed);
  if (isChosen) return { keys: [put === '' ? 'Delete' : put], entry: after };
  const keys = [...moveTo(entry, at), ...(removed === 1 ? ['Delete'] : []), ...(put === '' ? [] : [put])];
  // Removed and keyed apart, it is not typed over: the caret stays.
  const caret = maskOfKind(kind).dress(text.slice(0, at + put.length)).length;
  return { keys, entry: { ...after, start: caret, end: caret } };
}

function moveTo({ text, start, end }: Entry, at: number): string[] {
  const fromStart = ['Home', ...repeated('ArrowRight', at)];
  const fromEnd = ['End', ...repeated('ArrowLeft', text.length - at)];
  const isOpen = end > start;
  const along = isOpen
    ? at <= start
      ? ['ArrowLeft', ...repeated('ArrowLeft', start - at)]
      : ['ArrowRight', ...(at >= end ? repeated('ArrowRight', at - end) : repeated('ArrowLeft', end - at))]
    : repeated(at < start ? 'ArrowLeft' : 'ArrowRight', Math.abs(at - start));
  return [fromStart, fromEnd, along].toSorted((left, right) => left.length - right.length)[0] ?? [];
}

function repeated(key: string, times: number): string[] {
  return Array.from({ length: times }, () => key);
}
