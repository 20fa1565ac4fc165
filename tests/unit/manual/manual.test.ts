// @vitest-environment jsdom
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { keysEverywhere, screenKeys } from '../../../renderer/app/help/screen-keys.ts';
import { type Language, languages } from '../../../renderer/app/i18n.ts';
import { chapterOfLink, chapterOfScreen, chapters } from '../../../renderer/screens/manual/chapters.ts';
import { excerptOf, findSections, sectionsOf } from '../../../renderer/screens/manual/sections.ts';
import { keyName } from '../../../renderer/ui/key-names.ts';
import { textsIn } from './texts-in.ts';

const docs = join(import.meta.dirname, '../../../docs');
const folderOf = (language: Language) => join(docs, 'manual', language);
const read = (language: Language, chapter: string) => readFileSync(join(folderOf(language), `${chapter}.md`), 'utf8');

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, found]) => found ?? '');
}

describe.each(languages)('the manual in %s', (language) => {
  test('has every chapter, and no file that is none', () => {
    expect(readdirSync(folderOf(language)).toSorted()).toEqual(chapters.map((chapter) => `${chapter}.md`).toSorted());
  });

  test('names the keys as they are on the keyboard and in the code', () => {
    const t = textsIn(language);
    const lines = [...keysEverywhere, ...Object.values(screenKeys).flat()];
    const known = new Set(lines.flatMap(({ strokes }) => strokes.map((stroke) => keyName(stroke, t))));
    for (const chapter of chapters) {
      for (const key of matches(read(language, chapter), /`([^`]+)`/g))
        expect(known, `${chapter}: ${key}`).toContain(key);
    }
  });

  test('shows pictures that are there, and leads to chapters that are there', () => {
    for (const chapter of chapters) {
      const text = read(language, chapter);
      for (const picture of matches(text, /!\[[^\]]+\]\(([^)]+)\)/g)) {
        expect(existsSync(join(folderOf(language), picture)), `${chapter}: ${picture}`).toBe(true);
      }
      for (const link of matches(text, /(?<!!)\[[^\]]+\]\(([^)]+)\)/g))
        expect(chapterOfLink(link), link).not.toBeNull();
    }
  });

  test('holds no HTML', () => {
    for (const chapter of chapters) expect(read(language, chapter), chapter).not.toMatch(/<[a-z/!]/i);
  });
});

test('both languages tell the same: sections, pictures and keys of each chapter correspond', () => {
  for (const chapter of chapters) {
    const [italian, english] = languages.map((language) => read(language, chapter));
    for (const pattern of [/^(#+) /gm, /^(\|) /gm, /(!)\[/g]) {
      expect(matches(english ?? '', pattern), `${chapter} ${pattern}`).toEqual(matches(italian ?? '', pattern));
    }
  }
});

test('every screen has a chapter that the manual opens at', () => {
  for (const chapter of Object.values(chapterOfScreen)) expect(chapters).toContain(chapter);
});

describe('searching the manual', () => {
  const sections = chapters.flatMap((chapter) => sectionsOf(chapter, read('it', chapter)));

  test('finds what holds all words, accents and capitals aside, titles first', () => {
    const found = findSections(sections, 'PERCHE campo');
    expect(found[0]?.title).toBe('Perché un campo è chiesto');
    for (const { title, text } of found) expect(`${title} ${text}`.toLowerCase()).toContain('campo');
  });

  test('finds nothing for nothing, nor for what is not there', () => {
    expect(findSections(sections, '  ')).toEqual([]);
    expect(findSections(sections, 'ornitorinco')).toEqual([]);
  });

  test('shows the words around what was found, without marks', () => {
    const [first] = findSections(sections, 'quarantena lettura fallita');
    expect(first && excerptOf(first, 'fallita')).toMatch(/fallita/);
    for (const { text } of sections) expect(text).not.toMatch(/[`*|]|\]\(/);
  });
});
