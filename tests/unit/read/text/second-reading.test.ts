import { describe, expect, it } from 'vitest';
import { createSecondReading, isDoubtful } from '../../../../ocr/read/text/second-reading.ts';
import { lineReading, readerOf } from '../../../fixtures/read/line-reading.ts';

const crop = { data: new Uint8Array(40 * 20).fill(255), widthPx: 40, heightPx: 20 };
const options = { dpi: 300 };

describe('a line is in doubt', () => {
  it('where no two kinds of readers read the same letters', () => {
    expect(isDoubtful(withOpinions('Furopa', 'Europa', 'Furopa'))).toBe(true);
  });

  it('but not for blanks and accents, which some cannot write', () => {
    expect(isDoubtful(withOpinions('per Calì', 'perCali', 'per Cali'))).toBe(false);
  });

  it('nor where nobody thought a third reader needed', () => {
    expect(isDoubtful({ ...lineReading('Europa', 0.9), opinions: [] })).toBe(false);
  });
});

describe('a second reading', () => {
  it('lets the engines vote on the line drawn otherwise, beside what it was first', async () => {
    const fast = readerOf(lineReading('Furopa', 0.6, { engine: 'tesseract/ita-fast' }));
    const other = readerOf(lineReading('Europa', 0.9, { engine: 'pp-ocr/v4' }));
    const again = createSecondReading([{ open: async () => fast }, { open: async () => other }]);
    const line = await again(lineReading('Furopa', 0.5), crop, options);
    expect(line.text).toBe('Europa');
    expect(line.again?.map(({ engine, text }) => `${engine}: ${text}`)).toEqual([
      'tesseract/ita-fast: Furopa',
      'pp-ocr/v4: Europa',
      'tesseract/ita-fast: Furopa',
      'pp-ocr/v4: Europa',
    ]);
    expect(fast.asked).toBe(2);
  });

  it('takes a text whole that has twice the votes of any other, as sure as its share of them', async () => {
    const first = withOpinions('iannucci1', 'iannucci', 'iannuccr1');
    const other = readerOf(lineReading('iannucci', 0.95, { engine: 'pp-ocr/v4' }));
    const line = await createSecondReading([{ open: async () => other }])(first, crop, options);
    expect(line.text).toBe('iannucci');
    expect(line.confidence).toBeCloseTo(2.8 / 4.6);
  });
});

function withOpinions(fast: string, ppOcr: string, best: string) {
  const opinions = [
    { engine: 'tesseract/ita-fast', text: fast, confidence: 0.9 },
    { engine: 'pp-ocr/v4', text: ppOcr, confidence: 0.9 },
    { engine: 'tesseract/ita-best', text: best, confidence: 0.9 },
  ];
  return { ...lineReading(fast, 0.9), opinions };
}
