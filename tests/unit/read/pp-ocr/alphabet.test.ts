import { describe, expect, it } from 'vitest';
import { alphabetOf } from '../../../../ocr/read/engines/pp-ocr/alphabet.ts';

describe('the alphabet of a dictionary file', () => {
  const alphabet = alphabetOf('疗\nA\né\r\n7\n-\n②\n');

  it('starts with the blank and ends with the space', () => {
    expect(alphabet.characters).toEqual(['', '疗', 'A', 'é', '7', '-', '②', ' ']);
  });

  it('reads letters, digits, punctuation and the space, and nothing Chinese', () => {
    expect(alphabet.latin.map((index) => alphabet.characters[index])).toEqual(['A', 'é', '7', '-', ' ']);
  });
});
