import { describe, expect, it } from 'vitest';
import type { FunsdEntity, FunsdPage } from '../../../../tools/train/noisy-pages/funsd.ts';
import { restacked } from '../../../../tools/train/noisy-pages/restacked.ts';

const entity = (id: number, label: FunsdEntity['label'], text: string, answer?: number): FunsdEntity => ({
  ...{ id, label, text, box: [0, 0, 10, 10], words: [] },
  linking: answer === undefined ? [] : [[id, answer]],
});

const page = (fields: number): FunsdPage => ({
  name: 'invented',
  image: '',
  entities: Array.from({ length: fields }, (_, field) => [
    entity(2 * field, 'question', `Label ${field}:`, 2 * field + 1),
    entity(2 * field + 1, 'answer', `value ${field}`),
  ]).flat(),
});

describe('labels and values set anew', () => {
  it('stand above each other, every label once and most values', () => {
    const sheet = restacked(page(12), 0);
    const entities = new Set(sheet?.entityOf.values());
    expect([...entities].filter(({ label }) => label === 'question')).toHaveLength(12);
    expect([...entities].filter(({ label }) => label === 'answer').length).toBeGreaterThan(3);
    for (const [word, { id, label }] of sheet?.entityOf ?? []) {
      if (label !== 'answer') continue;
      const labels = [...(sheet?.entityOf ?? [])].filter(([, other]) => other.id === id - 1).map(([other]) => other);
      expect(labels.length).toBeGreaterThan(0);
      for (const { box } of labels) expect(box[3]).toBeLessThan(word.box[3]);
    }
  });

  it('look otherwise in each setting, and the same each time', () => {
    const [one, other] = [0, 1].map((setting) => restacked(page(12), setting)?.lined);
    expect(one).not.toEqual(other);
    expect(restacked(page(12), 1)?.lined).toEqual(other);
  });

  it('are not made of a page with few', () => {
    expect(restacked(page(3), 0)).toBeNull();
  });
});
