import { describe, expect, it } from 'vitest';
import type { Box } from '../../../../ocr/model/geometry.ts';
import { checkBlanks } from '../../../../ocr/read/text/blanks.ts';
import { lineReading } from '../../../fixtures/read/line-reading.ts';

/** The fixture sets a character every 10 px, each 8 px wide and 20 px high. */
const sure = 0.98;

describe('blanks against the gaps of the ink', () => {
  it('puts a lost blank into a wide gap and is not sure of it', () => {
    const reading = spread('AB', [0, 11]);
    const checked = checkBlanks(reading, reading.characterBoxes);
    expect(checked.text).toBe('A B');
    expect(checked.characters.map(({ confidence }) => confidence)).toEqual([sure, 0.5, sure]);
    expect(checked.characterBoxes[1]).toEqual([8, 0, 21, 20]);
    expect(checked.confidence).toBe(0.5);
  });

  it('takes a gap for wide by what is usual in its line', () => {
    const close = spread('VIALEROMA', [0, 0, 0, 0, 0, 8, 8, 8, 8]);
    expect(checkBlanks(close, close.characterBoxes).text).toBe('VIALE ROMA');
    const wide = spread('VIALE', [0, 6, 12, 18, 24]);
    expect(checkBlanks(wide, wide.characterBoxes)).toBe(wide);
  });

  it('doubts a blank where the letters stand as close as others', () => {
    const reading = lineReading('GERMA NIA', sure);
    const joined: Box[] = [...reading.characterBoxes.slice(0, 5), [50, 0, 58, 20], ...reading.characterBoxes.slice(6)];
    const checked = checkBlanks(reading, joined);
    expect(checked.text).toBe('GERMA NIA');
    expect(checked.characters[5]?.confidence).toBe(0.5);
    expect(checked.confidence).toBe(0.5);
  });

  it('puts no blank beside a narrow letter of a typewriter, which moves on by one pitch', () => {
    const reading = lineReading('PROSSIMO', sure);
    const narrow = reading.characterBoxes.map((box, index): Box => (index === 5 ? [50, 0, 51, 20] : box));
    const typed = {
      ...reading,
      characterBoxes: narrow.map((box, index): Box => (index === 5 ? [53, 0, 54, 20] : box)),
    };
    expect(checkBlanks(typed, narrow).text).toBe('PROSSIMO');
  });

  it('takes away a blank over which a typewriter did not move on', () => {
    const reading = lineReading('ROMENABC', sure);
    const [before, after] = [reading.characters.slice(0, 4), reading.characters.slice(4)];
    const blank = { text: ' ', confidence: sure };
    const withBlank = {
      ...reading,
      text: 'ROME NABC',
      characters: [...before, blank, ...after],
      characterBoxes: [
        ...reading.characterBoxes.slice(0, 4),
        [39, 0, 39, 20] satisfies Box,
        ...reading.characterBoxes.slice(4),
      ],
    };
    expect(checkBlanks(withBlank, reading.characterBoxes).text).toBe('ROMENABC');
  });

  it('parts two wide capitals that stand alone and apart', () => {
    const reading = {
      ...lineReading('AB', sure),
      characterBoxes: [[0, 0, 14, 20] satisfies Box, [21, 0, 35, 20] satisfies Box],
    };
    expect(checkBlanks(reading, reading.characterBoxes).text).toBe('A B');
    const close = { ...reading, characterBoxes: [[0, 0, 14, 20] satisfies Box, [20, 0, 34, 20] satisfies Box] };
    expect(checkBlanks(close, close.characterBoxes).text).toBe('AB');
  });

  it('keeps a blank that stands in a gap as it is', () => {
    const reading = lineReading('VIA ROMA', sure);
    const ink = reading.characterBoxes.filter((_, index) => index !== 3);
    expect(checkBlanks(reading, ink)).toBe(reading);
  });

  it.each([
    ['numbers', '35'],
    ['what stands beside an apostrophe', "'i"],
  ])('leaves alone %s', (_, text) => {
    const reading = spread(text, [0, 11]);
    expect(checkBlanks(reading, reading.characterBoxes)).toBe(reading);
  });

  it('puts no blank where none may be written', () => {
    const reading = spread('AB', [0, 11]);
    expect(checkBlanks(reading, reading.characterBoxes, 'ABC')).toBe(reading);
  });

  it('leaves a line without ink or text alone', () => {
    const reading = lineReading('', 0);
    expect(checkBlanks(reading, [])).toBe(reading);
  });
});

/** A reading whose characters are moved to the right, each by its own way in pixels. */
function spread(text: string, waysPx: readonly number[]) {
  const reading = lineReading(text, sure);
  const characterBoxes = reading.characterBoxes.map(([x0, y0, x1, y1], index): Box => {
    const wayPx = waysPx[index] ?? 0;
    return [x0 + wayPx, y0, x1 + wayPx, y1];
  });
  return { ...reading, characterBoxes };
}
