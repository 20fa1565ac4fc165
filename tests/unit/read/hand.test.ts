import { describe, expect, it } from 'vitest';
import { isHandwritten, measureRegularity, mergeRegularity, noRegularity } from '../../../ocr/read/hand.ts';
import { findZoneInk } from '../../../ocr/read/ink/zone-ink.ts';
import { type FilledForm, fillForm } from '../../fixtures/filled-form.ts';

const rectMm = { x: 5, y: 5, width: 50, height: 12 };
const even = { straightness: 0.6, levelness: 0.95, letters: 60 };
const uneven = { straightness: 0.3, levelness: 0.5, letters: 60 };

describe('writing is taken for handwriting', () => {
  it('where the zone says so, whatever it looks like, and never where it says the opposite', () => {
    expect(isHandwritten('block', even, even, 1)).toBe(true);
    expect(isHandwritten('typed', uneven, uneven, 0)).toBe(false);
  });

  it('where the page is uneven', () => {
    expect(isHandwritten('any', even, uneven, 0.95)).toBe(true);
  });

  it('not where page and zone are even', () => {
    expect(isHandwritten('any', even, even, 0.95)).toBe(false);
  });

  it('where one zone of an even page is uneven', () => {
    expect(isHandwritten('any', uneven, even, 0.95)).toBe(true);
  });

  it('in doubt: few letters on the page, or an engine that is unsure', () => {
    expect(isHandwritten('any', even, { ...even, letters: 3 }, 0.95)).toBe(true);
    expect(isHandwritten('any', even, even, 0.2)).toBe(true);
  });
});

describe('regularity', () => {
  it('is high for upright stems on one foot', () => {
    const regularity = regularityOf((form) => {
      for (let letter = 0; letter < 10; letter += 1) form.write(8 + letter * 4, 8, 0.5, 4);
    });
    expect(regularity).toMatchObject({ straightness: 1, levelness: 1, letters: 10 });
  });

  it('is low for slanted strokes at different heights', () => {
    const regularity = regularityOf((form) => {
      for (let letter = 0; letter < 10; letter += 1) {
        const y = 7 + (letter % 5) * 0.6;
        form.stroke(8 + letter * 4, y + 4, 10 + letter * 4, y);
      }
    });
    expect(regularity.straightness).toBeLessThan(0.3);
    expect(regularity.levelness).toBeLessThan(0.5);
  });

  it('of several zones counts each by its letters', () => {
    const merged = mergeRegularity([
      { straightness: 1, levelness: 1, letters: 30 },
      { straightness: 0, levelness: 0, letters: 10 },
    ]);
    expect(merged).toEqual({ straightness: 0.75, levelness: 0.75, letters: 40 });
    expect(mergeRegularity([])).toEqual(noRegularity);
  });
});

function regularityOf(write: (form: FilledForm) => void) {
  const form = fillForm();
  write(form);
  const zoneInk = findZoneInk(form.view, rectMm, 1);
  if (zoneInk === null) throw new Error('the zone lies off the page');
  return measureRegularity(zoneInk);
}
