import { describe, expect, it } from 'vitest';
import { noRules } from '../../../../ocr/model/rules.ts';
import { asWritten } from '../../../../tools/train/noisy-pages/labelled-page.ts';

describe('the true words of a page', () => {
  const boxesOf = (...words: { text: string; box: [number, number, number, number] }[]) => {
    const entity = { id: 0, label: 'other' as const, text: '', box: [0, 0, 9, 9] as [number, number, number, number] };
    const page = { name: 'invented', image: '', entities: [{ ...entity, words, linking: [] }] };
    const { lined } = asWritten(page, { widthPx: 500, heightPx: 500, rules: noRules });
    return lined.lines.flat().map(({ box }) => box);
  };

  it('are closed in by their boxes as words that are read', () => {
    expect(boxesOf({ text: 'Date', box: [100, 100, 200, 120] })[0]?.map((edge) => Math.round(edge))).toEqual([
      103, 103, 197, 117,
    ]);
  });

  it('keep half of their width, and are none where nothing is written', () => {
    const [box = [0, 0, 0, 0]] = boxesOf({ text: 'I', box: [100, 100, 104, 140] }, { text: ' ', box: [0, 0, 9, 9] });
    expect(box[2] - box[0]).toBe(2);
  });
});
