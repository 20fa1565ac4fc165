import { createRandom, type Random } from './random.ts';
import type { DamageLevel, HandKind } from './truth.ts';

/** The forms of a pile for which none is named. A form that came later would give the piles of all seeds other documents. */
export const usualForms = ['dichiarazione-residenza', 'accesso-atti'] as const;

/** What one document of a pile shall be, before anything is drawn. */
export type PlannedDocument =
  | {
      readonly kind: 'form';
      readonly formId: string;
      readonly hand: HandKind;
      readonly damage: DamageLevel;
      readonly upsideDown: boolean;
    }
  | { readonly kind: 'blank' | 'foreign'; readonly damage: DamageLevel };

export interface PileWishes {
  readonly seed: string;
  /** Filled-in forms. */
  readonly count: number;
  readonly forms: readonly string[];
  readonly hand: HandKind | 'mixed';
  readonly damage: DamageLevel | 'mixed';
  /** Documents whose first page lies upside down, empty pages and letters put among the forms. */
  readonly upsideDown: number;
  readonly blank: number;
  readonly foreign: number;
}

/** Plans a pile: forms in turn, strays at drawn places. */
export function planPile(wishes: PileWishes): PlannedDocument[] {
  const random = createRandom(`${wishes.seed}/plan`);
  const turned = new Set(drawPlaces(random, wishes.upsideDown, wishes.count));
  const pile: PlannedDocument[] = Array.from({ length: wishes.count }, (_, index) => ({
    kind: 'form',
    formId: wishes.forms[index % wishes.forms.length] ?? '',
    hand: wishes.hand === 'mixed' ? random.pick(['typed', 'typed', 'typewriter', 'handwritten']) : wishes.hand,
    damage: drawLevel(random, wishes.damage),
    upsideDown: turned.has(index),
  }));
  const strays = [...Array(wishes.blank).fill('blank'), ...Array(wishes.foreign).fill('foreign')];
  for (const kind of strays) {
    pile.splice(random.whole(1, pile.length), 0, { kind, damage: drawLevel(random, wishes.damage) });
  }
  return pile;
}

const demoForms: readonly (readonly [string, HandKind, DamageLevel])[] = [
  ['dichiarazione-residenza', 'typed', 'light'],
  ['accesso-atti', 'typed', 'light'],
  ['dichiarazione-residenza', 'typed', 'medium'],
  ['accesso-atti', 'handwritten', 'light'],
  ['accesso-atti', 'typed', 'medium'],
  ['dichiarazione-residenza', 'typewriter', 'light'],
  ['accesso-atti', 'typed', 'light'],
  ['dichiarazione-residenza', 'handwritten', 'light'],
  ['accesso-atti', 'typed', 'heavy'],
  ['dichiarazione-residenza', 'typed', 'medium'],
  ['accesso-atti', 'typewriter', 'medium'],
  ['dichiarazione-residenza', 'typed', 'light'],
  ['accesso-atti', 'typed', 'light'],
  ['dichiarazione-residenza', 'typed', 'heavy'],
  ['accesso-atti', 'handwritten', 'medium'],
];

/** The pile of the demonstration: 24 pages of two forms, one upside down, one empty, one letter. */
export function planDemoPile(): PlannedDocument[] {
  const pile: PlannedDocument[] = demoForms.map(([formId, hand, damage], index) => ({
    kind: 'form',
    formId,
    hand,
    damage,
    upsideDown: index === 4,
  }));
  pile.splice(6, 0, { kind: 'blank', damage: 'light' });
  pile.splice(11, 0, { kind: 'foreign', damage: 'light' });
  return pile;
}

function drawLevel(random: Random, wished: DamageLevel | 'mixed'): DamageLevel {
  return wished === 'mixed' ? random.pick(['none', 'light', 'light', 'medium', 'medium', 'heavy']) : wished;
}

function drawPlaces(random: Random, count: number, among: number): number[] {
  const places = Array.from({ length: among }, (_, index) => index);
  return Array.from({ length: Math.min(count, among) }, () => {
    const [place] = places.splice(random.whole(0, places.length - 1), 1);
    return place ?? 0;
  });
}
