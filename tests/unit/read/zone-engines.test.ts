import { describe, expect, it } from 'vitest';
import { noRegularity } from '../../../ocr/read/writer/regularity.ts';
import { enginesFor, type ZoneEngines } from '../../../ocr/read/zone-engines.ts';
import { lineReading, readerOf } from '../../fixtures/read/line-reading.ts';

const even = { ...noRegularity, straightness: 0.6, levelness: 0.95, letters: 60 };
const uneven = { ...noRegularity, straightness: 0.3, levelness: 0.5, letters: 60 };

const classifier = { name: 'fake', alphabet: [], classify: async () => [], release: async () => undefined };
const again: ZoneEngines['again'] = async (line) => line;
const engines: ZoneEngines = {
  lines: readerOf(lineReading('lines', 1)),
  hand: readerOf(lineReading('hand', 1)),
  print: readerOf(lineReading('print', 1)),
  writer: async () => null,
  witness: async () => ({ print: 1, near: 1, hand: 0, isAlike: true }),
  again,
  againByHand: again,
  combs: { classifier, others: [] },
  printedCombs: { classifier, others: [] },
};

describe('a zone is read', () => {
  it('as it says, whatever its page looks like', () => {
    expect(enginesFor('typed', uneven, engines)).toMatchObject({ lines: engines.print, combs: engines.printedCombs });
    expect(enginesFor('printed', uneven, engines).lines).toBe(engines.print);
    expect(enginesFor('block', even, engines)).toMatchObject({ lines: engines.hand, combs: engines.combs });
    expect(enginesFor('cursive', even, engines).lines).toBe(engines.hand);
  });

  it('as its page looks so far, where it may be either', () => {
    expect(enginesFor('any', even, engines).lines).toBe(engines.print);
    expect(enginesFor('any', uneven, engines).lines).toBe(engines.hand);
    expect(enginesFor('any', noRegularity, engines).lines).toBe(engines.lines);
  });
});
