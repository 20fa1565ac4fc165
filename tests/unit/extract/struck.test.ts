import { describe, expect, it } from 'vitest';
import { extractFields } from '../../../ocr/extract/extract.ts';
import type { ZoneReading } from '../../../ocr/model/reading.ts';
import { calibration } from '../../fixtures/extract/calibration.ts';
import { invented, personForm, readPage } from '../../fixtures/extract/form.ts';
import { tables } from '../../fixtures/extract/tables.ts';

type TextReading = Extract<ZoneReading, { kind: 'text' }>;

function fieldOf(zone: 'name' | 'surname' | 'born', text: string, told: Partial<TextReading> = {}) {
  const change = (reading: ZoneReading): ZoneReading =>
    reading.kind === 'text' && reading.zone === zone ? { ...reading, ...told } : reading;
  const page = readPage({ ...invented, [zone]: text }, ['male'], change);
  return extractFields(personForm, [page], tables, calibration)[`/person/${zone}`];
}

describe('what was struck out or written over', () => {
  it('waits for a person, however sure the rest is', () => {
    expect(fieldOf('surname', 'Rossi')).toMatchObject({ status: 'accepted' });
    expect(fieldOf('surname', 'Rossi', { struck: 'part' })).toMatchObject({
      value: 'Rossi',
      status: 'doubtful',
      reason: 'struck-out',
    });
  });

  it('leaves no value where nothing remains, and shows what was struck out', () => {
    expect(fieldOf('name', 'Mario', { struck: 'all' })).toMatchObject({
      value: null,
      candidates: ['Mario'],
      status: 'doubtful',
      reason: 'struck-out',
    });
  });

  it('is told by what a reader sees of it, too', () => {
    const reading = readPage({ name: 'Mario' }, []).zones.find(({ zone }) => zone === 'name') as TextReading;
    const opinions = [{ engine: 'a', text: '-Mario', confidence: 0.9 }];
    expect(fieldOf('name', 'Mario', { reading: { ...reading.reading, opinions } })).toMatchObject({
      status: 'doubtful',
      reason: 'struck-out',
    });
  });
});

describe('a field that says there is nothing to say', () => {
  it('is empty, and accepted, where a dash says so', () => {
    expect(fieldOf('name', '', { loneStrokes: 'dash' })).toMatchObject({
      value: null,
      status: 'accepted',
      reason: 'nothing-said',
    });
  });

  it('waits for a person where a stroke runs through it, or a word or a sign says so', () => {
    const doubted = { value: null, status: 'doubtful', reason: 'nothing-said' };
    expect(fieldOf('name', '', { loneStrokes: 'stroke' })).toMatchObject(doubted);
    expect(fieldOf('name', 'nessuno')).toMatchObject({ ...doubted, candidates: ['Nessuno'] });
    expect(fieldOf('name', '//')).toMatchObject(doubted);
  });

  it('is missing where it must say something', () => {
    expect(fieldOf('surname', '', { loneStrokes: 'dash' })).toMatchObject({ value: null, status: 'missing' });
  });
});
