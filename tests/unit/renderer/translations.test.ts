// @vitest-environment jsdom
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createLanguageSwitch, languageOf } from '../../../renderer/app/i18n.ts';
import { en } from '../../../renderer/app/translations/en.ts';
import { it } from '../../../renderer/app/translations/it.ts';

function textsOf(part: object, path = ''): Map<string, string> {
  return new Map(
    Object.entries(part).flatMap(([key, value]) =>
      typeof value === 'string' ? [[`${path}${key}`, value] as const] : [...textsOf(value, `${path}${key}.`)],
    ),
  );
}

function sourcesOf(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.includes('translations'))
    .map((path) => readFileSync(join(folder, path), 'utf8'))
    .join('\n');
}

function placeholdersOf(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').toSorted();
}

function memoryOf(language: string | null) {
  const kept = new Map(language === null ? [] : [['tabularium.language', language]]);
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

/** What a key may begin with in a template: `a.b` and `a` of `a.b.c`. */
function stemsOf(key: string): string[] {
  const parts = key.split('.');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('.'));
}

describe('the texts', () => {
  const italian = textsOf(it);
  const english = textsOf(en);

  test('have the same keys in Italian and English', () => {
    expect([...english.keys()].toSorted()).toEqual([...italian.keys()].toSorted());
  });

  test('name the same values in both languages', () => {
    for (const [key, text] of italian)
      expect(placeholdersOf(english.get(key) ?? ''), key).toEqual(placeholdersOf(text));
  });

  test('are all shown somewhere', () => {
    const shown = sourcesOf(join(import.meta.dirname, '../../../renderer'));
    const unused = [...italian.keys()]
      .map((key) => key.replace(/_(one|other)$/, ''))
      .filter((key) => !shown.includes(`'${key}'`) && !stemsOf(key).some((stem) => shown.includes(`\`${stem}.\${`)));
    expect(unused).toEqual([]);
  });

  test('are never empty', () => {
    for (const [key, text] of [...italian, ...english]) expect(text.trim(), key).not.toBe('');
  });
});

describe('the language', () => {
  test('is the system’s at first, Italian where the product does not speak it', () => {
    expect(['it-IT', 'en-US', 'en', 'de-DE'].map(languageOf)).toEqual(['it', 'en', 'en', 'it']);
  });

  test('is remembered', async () => {
    const memory = memoryOf(null);
    const languages = createLanguageSwitch(memory, 'it-IT');
    expect(languages.t('screen.batches')).toBe('Lotti');
    await languages.changeLanguage('en');
    expect(languages.t('screen.batches')).toBe('Batches');
    expect(createLanguageSwitch(memory, 'it-IT').t('screen.batches')).toBe('Batches');
  });

  test('counts in words', () => {
    const languages = createLanguageSwitch(memoryOf('it'), 'it');
    expect(languages.t('verify.progress', { count: 1 })).toBe('1 campo da verificare');
    expect(languages.t('verify.progress', { count: 3 })).toBe('3 campi da verificare');
    const read = { done: 2, total: 2 };
    expect(languages.t('progress.announce', { ...read, count: 1 })).toBe(
      'Pagine lette: 2 di 2. 1 campo da verificare.',
    );
    expect(languages.t('progress.announce', { ...read, count: 3 })).toBe(
      'Pagine lette: 2 di 2. 3 campi da verificare.',
    );
  });
});
