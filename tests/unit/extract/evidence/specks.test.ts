import { expect, test } from 'vitest';
import { isSpeck } from '../../../../ocr/extract/evidence/specks.ts';

function readingOf(text: string, ...opinions: readonly (readonly [text: string, confidence: number])[]) {
  return {
    text,
    confidence: 0.4,
    characters: [],
    box: [0, 0, 9, 9] satisfies [number, number, number, number],
    engine: 'several',
    opinions: opinions.map(([read, confidence]) => ({ engine: 'one', text: read, confidence })),
  };
}

test('what each reader takes for something else is a speck', () => {
  expect(isSpeck(readingOf('n', ['n', 0.47], ['x', 0.57], ['*', 0.37]))).toBe(true);
});

test('a letter that one reader is sure of is written', () => {
  expect(isSpeck(readingOf('BD', ['BD', 0.61], ['B', 0.99], ['D', 0.81]))).toBe(false);
});

test('marks around a letter are no other letter', () => {
  expect(isSpeck(readingOf('C', ['"C', 0.1], ['-C', 0.39], ['‘C', 0.38]))).toBe(false);
});

test('a mark is no writing however sure its reader is', () => {
  expect(isSpeck(readingOf('.', ['.', 0.97], ['', 0], ['-', 0.2]))).toBe(true);
});

test('two readers are too few to show dirt', () => {
  expect(isSpeck(readingOf('n', ['n', 0.47], ['x', 0.57]))).toBe(false);
});
