import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadTables } from '../../../../ocr/extract/tables/tables.ts';
import { findResources } from '../../../../station/resources.ts';
import { reasons, subjects } from '../../../../tools/samples/people/phrases.ts';
import { createRandom } from '../../../../tools/samples/random.ts';
import { italianCharacters, lineAlphabet } from '../../../../tools/train/lines/alphabet.ts';
import { inventEnglishText } from '../../../../tools/train/lines/english-texts.ts';
import { inventText, type TextSources } from '../../../../tools/train/lines/texts.ts';

let sources: TextSources;
beforeAll(async () => {
  sources = { tables: await loadTables(join(findResources().root, 'tables')), words: ['delibera', 'perché', 'più'] };
});

function inventMany(count: number, capitals: boolean): string[] {
  return Array.from({ length: count }, (_, index) => inventText(createRandom(`text ${index}`), sources, capitals));
}

describe('the Italian texts that the line network learns', () => {
  it('hold every character of Italian forms', () => {
    const seen = new Set(inventMany(3000, false).join(''));
    expect(italianCharacters.filter((character) => !seen.has(character))).toEqual([]);
  });

  it('are in capitals where the machine writes capitals only, but for mail', () => {
    for (const text of inventMany(300, true).filter((line) => !line.includes('@')))
      expect(text).toBe(text.toUpperCase());
  });

  it('are never the sentences that samples are measured with', () => {
    const known = new Set<string>([...subjects, ...reasons]);
    expect(inventMany(500, false).filter((text) => known.has(text))).toEqual([]);
  });
});

describe('the English ones', () => {
  const many = Array.from({ length: 3000 }, (_, index) =>
    inventEnglishText(createRandom(`english ${index}`), ['council', 'report'], index % 3 === 0),
  );

  it('hold the characters that Italian forms lack, and none that the network does not know but quotation marks of names', () => {
    const seen = new Set(many.join(''));
    for (const character of '$[]&%') expect(seen).toContain(character);
    expect([...seen].filter((character) => !lineAlphabet.includes(character))).toEqual([]);
  });

  it('are never longer than a line', () => {
    expect(Math.max(...many.map((text) => text.length))).toBeLessThanOrEqual(60);
  });
});
