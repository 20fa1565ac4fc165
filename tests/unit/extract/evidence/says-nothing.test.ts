import { describe, expect, it } from 'vitest';
import { looksStruck, mayBeStrokes, saysNothing } from '../../../../ocr/extract/evidence/says-nothing.ts';

describe('a text that says nothing', () => {
  it.each([
    '-',
    '---',
    '=====',
    '//',
    '-//-',
    '/',
    'N.N.',
    'n.d.',
    'N.A.',
    'C.S.',
    'c.s.',
    'nessuno',
    'NESSUNA',
    'nulla',
    'idem',
  ])('%s', (text) => {
    expect(saysNothing(text, 'text')).toBe(true);
  });

  it('is told where a reader missed a letter of a long word', () => {
    expect(saysNothing('nessumo', 'surname')).toBe(true);
    expect(saysNothing('nulle', 'surname')).toBe(false);
  });

  it.each(['Nello', 'Nunzia', 'CA', 'B', '1', 'I', 'n. 12', 'Via Nessuno', '12/A', '.', '', 'Idemo', 'nessuno 3'])(
    'is not %s',
    (text) => {
      expect(saysNothing(text, 'text')).toBe(false);
    },
  );

  it('is no sign of a province unless it is written with stops', () => {
    expect(saysNothing('NA', 'province')).toBe(false);
    expect(saysNothing('CS', 'province')).toBe(false);
    expect(saysNothing('N.A.', 'province')).toBe(true);
  });
});

it('the same stroke in all cells may be no digit', () => {
  expect(mayBeStrokes('11111')).toBe(true);
  expect(mayBeStrokes('77777777')).toBe(true);
  expect(mayBeStrokes('00111')).toBe(false);
  expect(mayBeStrokes('1')).toBe(false);
});

it('what is left of a struck word is told by its dashes and crosses', () => {
  const looks = (text: string) => looksStruck([{ engine: 'a', text, confidence: 0.9 }]);
  for (const text of ['-SP', '- 7573', 'Roma-', 'XXXXX Rossi', 'Ro///// Roma']) expect(looks(text), text).toBe(true);
  for (const text of ['MIT-UCO', 'Serie XX', '60-62', 'anna@x.example', 'Villa - Po'])
    expect(looks(text), text).toBe(false);
});
