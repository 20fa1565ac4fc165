import { describe, expect, it } from 'vitest';
import { joinOpinions } from '../../../../ocr/read/text/opinions.ts';
import { lineReading } from '../../../fixtures/read/line-reading.ts';

describe('the opinions on a zone of several lines', () => {
  it('are one an engine, with the settled text where an engine was not asked', () => {
    const opinion = (engine: string, text: string, confidence: number) => ({ engine, text, confidence });
    const lines = [
      { ...lineReading('Via Po', 0.95), opinions: [opinion('quick', 'Via Po', 0.95)] },
      { ...lineReading('Torino', 0.8), opinions: [opinion('quick', 'Tormo', 0.5), opinion('other', 'Torino', 0.9)] },
    ];
    expect(joinOpinions(lines)).toEqual([
      opinion('quick', 'Via Po\nTormo', 0.5),
      opinion('other', 'Via Po\nTorino', 0.9),
    ]);
  });

  it('are none where the readings have none', () => {
    expect(joinOpinions([lineReading('Via Po', 0.95)])).toEqual([]);
  });
});
