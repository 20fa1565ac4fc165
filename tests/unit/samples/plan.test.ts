import { describe, expect, it } from 'vitest';
import { planDemoPile, planPile } from '../../../tools/samples/plan.ts';

const pagesOf = { 'dichiarazione-residenza': 2, 'accesso-atti': 1 } as const;

describe('the pile of the demonstration', () => {
  const pile = planDemoPile();
  const forms = pile.filter((plan) => plan.kind === 'form');

  it('has 24 pages: two forms, one empty page and one letter', () => {
    const formPages = forms.map(({ formId }) => (formId === 'accesso-atti' ? 1 : pagesOf['dichiarazione-residenza']));
    const strays = pile.filter(({ kind }) => kind !== 'form').map(({ kind }) => kind);
    expect(formPages.reduce<number>((sum, pages) => sum + pages, 0) + strays.length).toBe(24);
    expect(strays.toSorted()).toEqual(['blank', 'foreign']);
    expect(new Set(forms.map(({ formId }) => formId)).size).toBe(2);
  });

  it('has one document upside down, is mostly typed and has some handwriting', () => {
    expect(forms.filter(({ upsideDown }) => upsideDown)).toHaveLength(1);
    expect(forms.filter(({ hand }) => hand === 'typed').length).toBeGreaterThan(forms.length / 2);
    expect(forms.filter(({ hand }) => hand === 'handwritten').length).toBeGreaterThan(1);
  });
});

describe('a planned pile', () => {
  const wishes = {
    seed: '7',
    count: 12,
    forms: ['a', 'b'],
    hand: 'mixed',
    damage: 'mixed',
    upsideDown: 3,
    blank: 2,
    foreign: 1,
  } as const;

  it('holds what was wished for, and the same for the same seed', () => {
    const pile = planPile(wishes);
    expect(pile).toEqual(planPile(wishes));
    expect(pile).not.toEqual(planPile({ ...wishes, seed: '8' }));
    const count = (kind: string) => pile.filter((plan) => plan.kind === kind).length;
    expect([count('form'), count('blank'), count('foreign')]).toEqual([12, 2, 1]);
    expect(pile.filter((plan) => plan.kind === 'form' && plan.upsideDown)).toHaveLength(3);
  });

  it('keeps to one hand and one damage where asked', () => {
    const pile = planPile({ ...wishes, hand: 'typewriter', damage: 'heavy' });
    expect(new Set(pile.map(({ damage }) => damage))).toEqual(new Set(['heavy']));
    expect(new Set(pile.flatMap((plan) => (plan.kind === 'form' ? [plan.hand] : [])))).toEqual(new Set(['typewriter']));
  });
});
