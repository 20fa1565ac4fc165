import { expect, it } from 'vitest';
import { keepRecent } from '../../../ocr/identify/keep-recent.ts';

it('makes an answer once, and again only when others were asked for since', () => {
  const made: string[] = [];
  const answer = keepRecent(2, (key: string) => {
    made.push(key);
    return key.toUpperCase();
  });
  expect(['a', 'b', 'a', 'c', 'a', 'b'].map(answer)).toEqual(['A', 'B', 'A', 'C', 'A', 'B']);
  expect(made).toEqual(['a', 'b', 'c', 'b']);
});
