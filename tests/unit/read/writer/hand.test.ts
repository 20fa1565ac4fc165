import { describe, expect, it } from 'vitest';
import { findZoneInk } from '../../../../ocr/read/ink/zone-ink.ts';
import { isHandwritten } from '../../../../ocr/read/writer/hand.ts';
import { isPlain, judgePage, looksByHand } from '../../../../ocr/read/writer/page-writing.ts';
import { measureRegularity, mergeRegularity, noRegularity } from '../../../../ocr/read/writer/regularity.ts';
import { type FilledForm, fillForm } from '../../../fixtures/filled-form.ts';

const rectMm = { x: 5, y: 5, width: 50, height: 12 };
const even = { ...noRegularity, straightness: 0.6, levelness: 0.95, letters: 60 };
const byMachine = { isMachineMade: true, pitchMm: null, evenness: 1.5 };
const byHand = { isMachineMade: false, pitchMm: null, evenness: 0.9 };
const uneven = { ...noRegularity, straightness: 0.3, levelness: 0.5, letters: 60 };

describe('a zone is taken for handwriting', () => {
  it('where the zone says so, whatever it looks like, and never where it says the opposite', () => {
    expect(isHandwritten('block', even, byMachine, { confidence: 1 })).toBe(true);
    expect(isHandwritten('typed', uneven, byHand, { confidence: 0 })).toBe(false);
  });

  it('on a page that is not by machine', () => {
    expect(isHandwritten('any', even, byHand, { confidence: 0.95 })).toBe(true);
    expect(isHandwritten('any', even, byMachine, { confidence: 0.95 })).toBe(false);
  });

  it('where one zone of a page by machine is uneven', () => {
    expect(isHandwritten('any', uneven, byMachine, { confidence: 0.95 })).toBe(true);
  });

  it('where the engine is unsure of writing that is not quite even', () => {
    const shaky = { ...even, levelness: 0.5 };
    expect(isHandwritten('any', shaky, byMachine, { confidence: 0.95 })).toBe(false);
    expect(isHandwritten('any', shaky, byMachine, { confidence: 0.2 })).toBe(true);
    expect(isHandwritten('any', even, byMachine, { confidence: 0.2 })).toBe(false);
  });

  it('but not where the whole page is no more even', () => {
    const shaky = { ...even, levelness: 0.5 };
    expect(isHandwritten('any', shaky, { ...byMachine, evenness: 1.24 }, { confidence: 0.2 })).toBe(false);
    expect(isHandwritten('any', uneven, { ...byMachine, evenness: 1.24 }, { confidence: 0.2 })).toBe(true);
  });

  it('but not where networks for print read it as they read print', () => {
    const read = { confidence: 0.99, plainlyPrint: true };
    expect(isHandwritten('any', uneven, byMachine, read)).toBe(false);
    expect(isHandwritten('any', uneven, byHand, read)).toBe(true);
    expect(isHandwritten('block', uneven, byMachine, read)).toBe(true);
  });

  it('as its page is where none of its letters was measured, as in a comb', () => {
    expect(isHandwritten('any', noRegularity, byMachine, { confidence: 0.2 })).toBe(false);
    expect(isHandwritten('any', noRegularity, byHand, { confidence: 0.95 })).toBe(true);
  });
});

describe('a zone of a typewritten page', () => {
  const pitchMm = 2.54;
  const typewritten = { isMachineMade: true, pitchMm, evenness: 1.24 };
  const onPitch = { ...uneven, letters: 8, places: [Array.from({ length: 8 }, (_, letter) => letter * pitchMm)] };

  it('is by machine where its letters keep the pitch, however uneven they are and unsure the engine is', () => {
    expect(isHandwritten('any', onPitch, typewritten, { confidence: 0.2 })).toBe(false);
    expect(isHandwritten('any', onPitch, byMachine, { confidence: 0.2 })).toBe(true);
  });

  it('is by hand where they do not, or are too few to show it', () => {
    const anyhow = [[0, 1.9, 5.1, 6.6, 10.2, 12.1, 15, 16.2]];
    expect(isHandwritten('any', { ...onPitch, places: anyhow }, typewritten, { confidence: 0.95 })).toBe(true);
    expect(
      isHandwritten('any', { ...onPitch, letters: 4, places: [[0, 2.54, 5.08, 7.62]] }, typewritten, {
        confidence: 0.2,
      }),
    ).toBe(true);
  });
});

describe('a page is by machine', () => {
  const shaky = { ...noRegularity, straightness: 0.45, levelness: 0.6, letters: 60 };
  const evenAsNeatHands = { ...even, straightness: 0.7, levelness: 0.6 };
  const pitchMm = 2.54;
  const onPitch = [5, 30].map((start) => Array.from({ length: 12 }, (_, letter) => start + letter * pitchMm));
  const anyhow = onPitch.map((places) => places.map((place, letter) => place + Math.sin(7 * letter * letter)));

  it('where its letters are even', () => {
    expect(judgePage(even).isMachineMade).toBe(true);
    expect(judgePage(uneven).isMachineMade).toBe(false);
  });

  it('where shaky letters stand on one pitch, as on a typewriter', () => {
    expect(judgePage({ ...shaky, places: onPitch }).isMachineMade).toBe(true);
    expect(judgePage({ ...shaky, places: anyhow }).isMachineMade).toBe(false);
    expect(judgePage({ ...uneven, places: onPitch }).isMachineMade).toBe(false);
    expect(judgePage({ ...shaky, places: onPitch }).pitchMm).toBeCloseTo(pitchMm, 1);
    expect(judgePage(even).pitchMm).toBeNull();
  });

  it('where readers of print agree on it, worn as it is, and not where they do on nothing, neat as it is', () => {
    expect(judgePage(uneven, { share: 0.6, texts: 12 }).isMachineMade).toBe(true);
    expect(judgePage(uneven, { share: 0.3, texts: 12 }).isMachineMade).toBe(false);
    expect(judgePage(even, { share: 0.3, texts: 12 }).isMachineMade).toBe(true);
    expect(judgePage(even, { share: 0, texts: 12 }).isMachineMade).toBe(false);
  });

  it('where networks that know print and hands say so, whatever it looks like', () => {
    expect(judgePage(uneven, { share: 0, texts: 12 }, 2).isMachineMade).toBe(true);
    expect(judgePage(even, { share: 0.9, texts: 12 }, -2).isMachineMade).toBe(false);
    expect(judgePage(evenAsNeatHands, { share: 0.9, texts: 12 }, 0.5).isMachineMade).toBe(false);
  });

  it('where it is more even than hands are and networks do not gainsay it', () => {
    const plainlyEven = { ...even, straightness: 0.8, levelness: 0.65 };
    expect(judgePage(plainlyEven, { share: 0.9, texts: 12 }, -0.4).isMachineMade).toBe(true);
    expect(judgePage(plainlyEven, { share: 0.9, texts: 12 }, -0.6).isMachineMade).toBe(false);
    expect(judgePage(evenAsNeatHands, { share: 0.9, texts: 12 }, -0.4).isMachineMade).toBe(false);
  });

  it('never on the word of a few letters', () => {
    expect(judgePage({ ...even, letters: 3 }, { share: 0.9, texts: 12 }, 2).isMachineMade).toBe(false);
    expect(looksByHand({ ...uneven, letters: 3 })).toBe(false);
    expect(looksByHand(uneven)).toBe(true);
    expect(looksByHand(even)).toBe(false);
  });
});

describe('who wrote a page is plain', () => {
  it('where its look and readers of print say the same', () => {
    expect(isPlain(even, { share: 0.7, texts: 12 })).toBe(true);
    expect(isPlain(uneven, { share: 0, texts: 12 })).toBe(true);
    expect(isPlain({ ...even, letters: 3 }, null)).toBe(true);
  });

  it('but not where they differ, say nothing, or speak of a few texts', () => {
    expect(isPlain(even, { share: 0.3, texts: 12 })).toBe(false);
    expect(isPlain(uneven, { share: 0.3, texts: 12 })).toBe(false);
    expect(isPlain(even, null)).toBe(false);
    expect(isPlain(even, { share: 0.9, texts: 5 })).toBe(false);
  });
});

describe('regularity', () => {
  it('is high for upright stems on one foot', () => {
    const regularity = regularityOf((form) => {
      for (let letter = 0; letter < 10; letter += 1) form.write(8 + letter * 4, 8, 0.5, 4);
    });
    expect(regularity).toMatchObject({ straightness: 1, levelness: 1, letters: 10, deepestMm: 0 });
    expect(regularity.sizes).toHaveLength(10);
    expect(regularity.sizes[0]?.heightMm).toBeCloseTo(4, 0);
    expect(regularity.sizes[0]?.strokeMm).toBeCloseTo(0.5, 0);
  });

  it('is as high where the sheet sat askew in its machine, and stays low where no slant fits', () => {
    const slanted = regularityOf((form) => {
      for (let letter = 0; letter < 10; letter += 1) form.write(8 + letter * 4, 8 + letter * 0.1, 0.5, 4);
    });
    expect(slanted).toMatchObject({ levelness: 1, letters: 10 });
    expect(slanted.deepestMm).toBeCloseTo(0, 0);
    const scattered = regularityOf((form) => {
      for (let letter = 0; letter < 10; letter += 1) form.write(8 + letter * 4, 8 + ((letter * 7) % 10) * 0.1, 0.5, 4);
    });
    expect(scattered.levelness).toBeLessThan(0.5);
  });

  it('tells how far a letter reaches below the others', () => {
    const regularity = regularityOf((form) => {
      for (let letter = 0; letter < 10; letter += 1) form.write(8 + letter * 4, letter === 9 ? 10 : 8, 0.5, 4);
    });
    expect(regularity.deepestMm).toBeCloseTo(2, 0);
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
      { ...noRegularity, straightness: 1, levelness: 1, letters: 30, places: [[1, 2]], deepestMm: 0.4 },
      { ...noRegularity, letters: 10, places: [[3]], sizes: [{ heightMm: 2, strokeMm: 0.5 }], deepestMm: 0.2 },
    ]);
    expect(merged).toEqual({
      ...{ straightness: 0.75, levelness: 0.75, letters: 40, places: [[1, 2], [3]] },
      ...{ sizes: [{ heightMm: 2, strokeMm: 0.5 }], deepestMm: 0.4 },
    });
    expect(mergeRegularity([])).toEqual(noRegularity);
  });
});

function regularityOf(write: (form: FilledForm) => void) {
  const form = fillForm();
  write(form);
  const zoneInk = findZoneInk(form.view, rectMm, 1);
  if (zoneInk === null) throw new Error('the zone lies off the page');
  return measureRegularity(zoneInk, zoneInk.components);
}
