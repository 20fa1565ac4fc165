import { describe, expect, it } from 'vitest';
import { besideRules, betweenRules, ruleBehind } from '../../../ocr/extract/pairs/rule-features.ts';
import type { Box } from '../../../ocr/model/geometry.ts';
import { noRules } from '../../../ocr/model/rules.ts';

const wordHeight = 20;
const word: Box = [100, 100, 180, 120];

describe('how a text stands to the rules of its page', () => {
  it('is told by the rule below it, the one above, and those at its sides', () => {
    const rules = {
      across: [
        [60, 130, 460, 132],
        [60, 80, 460, 90],
        [60, 150, 460, 152],
      ] satisfies Box[],
      down: [
        [78, 60, 82, 200],
        [218, 60, 222, 200],
        [90, 300, 94, 400],
      ] satisfies Box[],
    };
    expect(besideRules(word, { rules, wordHeight })).toEqual([0.5, 20, 2, 0.5, 20, 1, 2]);
  });

  it('is the same where there are none and where they lie far away or beside it', () => {
    const rules = {
      across: [
        [60, 300, 460, 302],
        [170, 130, 460, 132],
      ] satisfies Box[],
      down: [],
    };
    expect(besideRules(word, { rules, wordHeight })).toEqual(besideRules(word, { rules: noRules, wordHeight }));
  });
});

describe('the rule to write on behind a text', () => {
  it('is the nearest that begins there on its last line', () => {
    const across = [
      [300, 119, 500, 121],
      [190, 124, 390, 126],
      [90, 118, 400, 120],
      [185, 160, 400, 162],
    ] satisfies Box[];
    expect(ruleBehind(word, { rules: { across, down: [] }, wordHeight })).toEqual([0.5, 10]);
  });

  it('is as far as can be where there is none', () => {
    expect(ruleBehind(word, { rules: noRules, wordHeight })).toEqual([12, 0]);
  });
});

describe('what rules make of two texts', () => {
  const [right, below]: [Box, Box] = [
    [300, 100, 380, 120],
    [100, 160, 180, 180],
  ];

  it('is that they stand on one, or the second on one that begins between them', () => {
    const one = { across: [[90, 124, 400, 126]] satisfies Box[], down: [] };
    expect(betweenRules(word, right, { rules: one, wordHeight })).toEqual([1, 0, 0, 0]);
    const begun = { across: [[200, 124, 400, 126]] satisfies Box[], down: [] };
    expect(betweenRules(word, right, { rules: begun, wordHeight })).toEqual([0, 0, 0, 1]);
  });

  it('is that rules part them', () => {
    const rules = { across: [[90, 140, 400, 142]] satisfies Box[], down: [[240, 90, 242, 200]] satisfies Box[] };
    expect(betweenRules(word, right, { rules, wordHeight })[2]).toBe(1);
    expect(betweenRules(word, below, { rules, wordHeight })[1]).toBe(1);
  });
});
