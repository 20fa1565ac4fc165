import { describe, expect, it } from 'vitest';
import type { Box } from '../../../ocr/model/geometry.ts';
import { checkBlanks } from '../../../ocr/read/blanks.ts';
import { lineReading } from '../../fixtures/read/line-reading.ts';

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
