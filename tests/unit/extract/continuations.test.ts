import { describe, expect, it } from 'vitest';
import { continuations } from '../../../ocr/extract/pairs/continuations.ts';
import { segmentOf } from '../../../ocr/extract/pairs/segments.ts';
import { line } from '../../fixtures/extract/laid-words.ts';

const text = (x: number, y: number, spelt: string) => segmentOf(line(y, [x, spelt]));

describe('what a piece of a line may go on with', () => {
  const [first, second, third] = [text(100, 100, 'Via Giuseppe'), text(100, 140, 'Garibaldi'), text(100, 180, 'Pisa')];
  const [beside, far] = [text(900, 140, 'Comune'), text(100, 400, 'Firma')];
  const found = continuations([[first], [second, beside], [third], [far]], 26);

  it('is the next below it in its column, unless that is far', () => {
    expect(found.map(({ upper, lower }) => [upper.text, lower.text])).toEqual([
      ['Via Giuseppe', 'Garibaldi'],
      ['Garibaldi', 'Pisa'],
    ]);
  });

  it('is told with what stands above and below both', () => {
    expect(found.map(({ above, below }) => [above?.text, below?.text])).toEqual([
      [undefined, 'Pisa'],
      ['Via Giuseppe', undefined],
    ]);
    expect(found.map(({ uppers, lowers }) => [uppers, lowers])).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });
});
