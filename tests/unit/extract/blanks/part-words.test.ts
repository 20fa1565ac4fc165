import { describe, expect, it } from 'vitest';
import { partWords } from '../../../../ocr/extract/pairs/blanks/part-words.ts';
import { noRules } from '../../../../ocr/model/rules.ts';

const parts = (text: string) =>
  partWords([{ text, box: [0, 0, 20 * text.length, 30], confidence: 0.9 }], noRules).map((word) => word.text);

describe('words on underscores and dots', () => {
  it.each([
    ['n._87_', ['n.', '87']],
    ['nato__Roma', ['nato', 'Roma']],
    ['a...', ['a']],
    ['.DEVO', ['DEVO']],
    ['......', []],
    ['L.12...', ['L.12']],
  ])('%s is %j', (text, expected) => {
    expect(parts(text)).toEqual(expected);
  });

  it.each(['S.r.l.', 'C.F.', 'n.', 'e-mail:', '1.500,00', 'mario.rossi@posta.example'])('%s is one word', (text) => {
    expect(parts(text)).toEqual([text]);
  });

  it('keep their share of the box', () => {
    const [left, right] = partWords([{ text: 'a__b', box: [100, 0, 180, 30], confidence: 0.9 }], noRules);
    expect(left?.box).toEqual([100, 0, 120, 30]);
    expect(right?.box).toEqual([160, 0, 180, 30]);
  });
});
