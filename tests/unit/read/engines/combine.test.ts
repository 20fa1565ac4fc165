import { describe, expect, it } from 'vitest';
import { combineReadings } from '../../../../ocr/read/engines/combine.ts';
import type { LineReading } from '../../../../ocr/read/engines/engine.ts';
import { lineReading } from '../../../fixtures/read/line-reading.ts';

describe('readings of several engines', () => {
  it('are surer together than each alone where they agree', () => {
    const reading = combine(lineReading('ROSSI', 0.8), lineReading('ROSSI', 0.7));
    expect(reading.text).toBe('ROSSI');
    expect(reading.confidence).toBeCloseTo(0.94);
  });

  it('give the character that the surer engine saw, in doubt', () => {
    const reading = combine(lineReading('R0SSI', 0.9, { exceptions: { 1: 0.4 } }), lineReading('ROSSI', 0.9));
    expect(reading.text).toBe('ROSSI');
    expect(reading.characters[1]?.confidence).toBeCloseTo(0.9 / 1.3);
    expect(reading.characters[0]?.confidence).toBeCloseTo(0.99);
  });

  it('give what two saw against a third, however sure', () => {
    const reading = combine(lineReading('13', 0.97), lineReading('15', 0.7), lineReading('15', 0.6));
    expect(reading.text).toBe('15');
  });

  it('drop a character that one engine alone invented', () => {
    const reading = combine(lineReading('U1F4830B', 0.4), lineReading('U1F480B', 0.9), lineReading('U1F480B', 0.9));
    expect(reading.text).toBe('U1F480B');
    expect(reading.characterBoxes).toHaveLength(7);
  });

  it('take in a character that the first engine missed, where the others saw it', () => {
    const reading = combine(lineReading('U1480B', 0.4), lineReading('U1F480B', 0.9), lineReading('U1F480B', 0.9));
    expect(reading.text).toBe('U1F480B');
    expect(reading.characterBoxes[2]).toEqual([20, 0, 28, 20]);
  });

  it('count a silence by how sure its engine is of what stands beside it, not of the worst of the line', () => {
    const seen = lineReading('U15S06', 0.5, { exceptions: { 2: 0.6 } });
    const silent = lineReading('U1S06', 0.98, { exceptions: { 4: 0.2 } });
    expect(combine(seen, silent).text).toBe('U1S06');
  });

  it('are nothing where two engines found nothing and the third hardly a thing', () => {
    expect(combine(lineReading('n', 0.4), lineReading('', 0), lineReading('', 0)).text).toBe('');
    expect(combine(lineReading('7', 0.9), lineReading('', 0), lineReading('', 0)).text).toBe('7');
  });

  it('keep an accent that the other engine cannot write', () => {
    const withoutAccents = (character: string) => character !== 'ù';
    const reading = combineReadings([
      { reading: lineReading('Gesù', 0.8), canWrite: () => true },
      { reading: lineReading('Gesu', 0.9), canWrite: withoutAccents },
    ]);
    expect(reading.text).toBe('Gesù');
    expect(reading.characters[3]?.confidence).toBeCloseTo(0.98);
  });

  it('stay as they are where one engine was asked', () => {
    const only = lineReading('ROSSI', 0.9);
    expect(combine(only)).toBe(only);
  });
});

function combine(...readings: readonly LineReading[]): LineReading {
  return combineReadings(readings.map((reading) => ({ reading, canWrite: () => true })));
}
