import { describe, expect, it } from 'vitest';
import { failureCodeSchema } from '../../../ocr/model/failure.ts';
import { fieldReasonSchema } from '../../../ocr/model/field.ts';
import { failureTexts } from '../../../station/texts/failures.ts';
import { reasonTexts } from '../../../station/texts/reasons.ts';

describe('the texts for people', () => {
  it.each([
    ['failures', failureTexts, failureCodeSchema.options],
    ['reasons', reasonTexts, fieldReasonSchema.options],
  ])('cover every code of %s in both languages, each with a text of its own', (_, texts, codes) => {
    expect(Object.keys(texts).sort()).toEqual([...codes].sort());
    const said = Object.values(texts).flatMap(({ it: italian, en }) => [italian, en]);
    expect(said.every((text) => /^\p{Lu}.*[.?]$/u.test(text))).toBe(true);
    expect(new Set(said).size).toBe(said.length);
  });
});
