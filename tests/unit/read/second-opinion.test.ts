import { describe, expect, it } from 'vitest';
import type { LineReading, TextEngine } from '../../../ocr/read/engines/engine.ts';
import { withSecondOpinion } from '../../../ocr/read/engines/second-opinion.ts';

const crop = { data: new Uint8Array(1), widthPx: 1, heightPx: 1 };

describe('a second opinion', () => {
  it('leaves what both read as it was', () => {
    expect(readBoth('ROSSI', 'ROSSI')).toMatchObject({ text: 'ROSSI', confidence: 0.97 });
  });

  it('takes the confidence from a line that the engines read differently, and keeps the first text', () => {
    const reading = readBoth('ROSSI', 'R0SSI');
    expect(reading.text).toBe('ROSSI');
    expect(reading.confidence).toBeLessThan(0.5);
    expect(reading.characters.map((character) => character.confidence > 0.9)).toEqual([true, false, true, true, true]);
  });

  it('doubts every character where the lengths differ', () => {
    const reading = readBoth('ROSSI', 'ROSS');
    expect(reading.characters.every((character) => character.confidence < 0.5)).toBe(true);
  });
});

function readBoth(first: string, second: string): LineReading {
  return withSecondOpinion(engine(first), engine(second)).readLine(crop, { dpi: 300 });
}

function engine(text: string): TextEngine {
  const characters = Array.from(text, (character) => ({ text: character, confidence: 0.97 }));
  const reading: LineReading = {
    text,
    confidence: 0.97,
    characters,
    characterBoxes: characters.map(() => [0, 0, 1, 1]),
    box: [0, 0, 1, 1],
    engine: 'fake',
  };
  return { readPage: () => [], readLine: () => reading, close: () => undefined };
}
