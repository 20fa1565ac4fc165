import { describe, expect, it } from 'vitest';
import { alphabetOf } from '../../../../../ocr/read/engines/pp-ocr/alphabet.ts';

describe('the alphabet of a dictionary file', () => {
  const alphabet = alphabetOf('疗\nA\né\r\n7\n-\n②\n');

  it('starts with the blank, holds letters, digits and punctuation, and ends with the space', () => {
    expect(alphabet.characters).toEqual(['', 'A', 'é', '7', '-', ' ']);
  });

  it('knows the class of each in the network, which has Chinese ones between', () => {
    expect(alphabet.classes).toEqual([0, 2, 3, 4, 5, 7]);
  });
});
