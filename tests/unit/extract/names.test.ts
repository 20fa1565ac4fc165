import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Evidence, noSupport, unreadField } from '../../../ocr/extract/evidence.ts';
import { type NameKnowledge, repairName, takeNameOfCode } from '../../../ocr/extract/repair/names.ts';
import { isListed, nearNames } from '../../../ocr/extract/repair/near-names.ts';
import { formatNames, parseNames } from '../../../ocr/extract/tables/names.ts';
import { placeKey } from '../../../ocr/extract/tables/tables.ts';
import { tables } from '../../fixtures/extract/tables.ts';

/** Invented surnames, of which one has two words and one an accent. */
const list = new Map(
  ['Trabaldi', 'Trabaldo', 'Ortensini', 'De Quarli', 'Zubrentò'].map((name) => [placeKey(name), name]),
);
const knowledge = (fitsCode: NameKnowledge['fitsCode'] = null): NameKnowledge => ({ list, fitsCode });

/** A surname as a hand wrote it, on which readers differ. */
function disputed(value: string, over: Partial<Evidence> = {}): Evidence {
  return {
    ...unreadField({ kind: 'surname', type: 'string', pointer: '/cognome' } as Evidence['description']),
    normalised: { value, repaired: false, corroborated: false, problem: null, candidates: [] },
    raw: value,
    source: 'text',
    handwritten: true,
    support: { ...noSupport, agreeing: [0.6], dissenting: [0.5], kindsAgreeing: 1 },
    ...over,
  };
}
const agreed = { support: { ...noSupport, agreeing: [0.9, 0.9], kindsAgreeing: 2 } };
const word = fc.stringMatching(/^[A-Z]{2,9}$/);

describe('a list of names', () => {
  it('gives each name once, from whichever of both columns there is', () => {
    const csv = '\uFEFFid;"Cognome";NOME\r\n1;Zubrenti;Anna  Maria\r\n2;"Zubrenti";\r\n\r\n';
    expect(parseNames(csv)).toEqual({ surnames: ['Zubrenti'], givenNames: ['Anna Maria'] });
    expect(parseNames('NOME\nAnna\n')).toEqual({ surnames: [], givenNames: ['Anna'] });
    expect(parseNames('VIA\nVia Roma\n')).toBeNull();
  });

  it('of a register in capitals comes as people write names', () => {
    const csv = "COGNOME;NOME\nD'ANGELO;NICOLO'\nDE ZUBRENTI;Maria\n";
    expect(parseNames(csv)).toEqual({ surnames: ["D'Angelo", 'De Zubrenti'], givenNames: ['Maria', 'Nicolò'] });
  });

  it('comes back from what is kept of it', () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[A-Z][a-z]{1,8}$/)).map((words) => words.toSorted());
    fc.assert(
      fc.property(names, names, (surnames, givenNames) => {
        expect(parseNames(formatNames({ surnames, givenNames }))).toEqual({ surnames, givenNames });
      }),
    );
  });
});

describe('a name that is listed', () => {
  it('is so as a whole, word by word, or behind a particle', () => {
    expect(isListed('DE QUARLI', list)).toBe(true);
    expect(isListed('TRABALDI ORTENSINI', list)).toBe(true);
    expect(isListed('DI ORTENSINI', list)).toBe(true);
    expect(isListed('DI', list)).toBe(false);
    expect(isListed('QUARLI', list)).toBe(false);
  });

  it('is near any misreading by one letter, and nearest where a thin one was lost', () => {
    fc.assert(
      fc.property(fc.constantFrom(...list.keys()), fc.nat(20), (name, at) => {
        const place = at % name.length;
        fc.pre(name[place] !== ' ');
        const lost = name.slice(0, place) + name.slice(place + 1);
        fc.pre(!isListed(lost, list));
        expect(nearNames(lost, list).map(({ key }) => key)).toContain(name);
      }),
    );
    expect(nearNames('ORTENSNI', list)[0]).toMatchObject({ key: 'ORTENSINI', cost: 2 });
    expect(nearNames('ORTFNSIHI', list).map(({ key }) => key)).toEqual(['ORTENSINI']);
    expect(nearNames('ZZZZZZZ', list)).toEqual([]);
  });
});

describe('a name by hand', () => {
  it('that is near a single listed one is taken for it, told as repaired, with the reading as candidate', () => {
    expect(repairName(disputed('ORTENSNI'), knowledge()).normalised).toMatchObject({
      value: 'ORTENSINI',
      repaired: true,
      candidates: ['ORTENSNI'],
    });
    expect(repairName(disputed('Ortens ini', agreed), knowledge()).normalised.value).toBe('Ortensini');
  });

  it('keeps its reading where several listed ones are as near, and has them as candidates', () => {
    const { normalised } = repairName(disputed('TRABALDW'), knowledge());
    expect(normalised).toMatchObject({ value: 'TRABALDW', repaired: false });
    expect(normalised.candidates.toSorted()).toEqual(['TRABALDI', 'TRABALDO']);
  });

  it('has the accent and the capitals of the list, which are form', () => {
    expect(repairName(disputed('ZUBRENTO'), knowledge()).normalised).toMatchObject({
      value: 'ZUBRENTÒ',
      repaired: false,
    });
    expect(repairName(disputed('TRAbALdI'), knowledge()).normalised).toMatchObject({
      value: 'TRABALDI',
      repaired: false,
    });
    expect(repairName(disputed('XYLOzZI'), knowledge()).normalised.value).toBe('XYLOZZI');
  });

  it('keeps an accent that readers agree on, and loses one that they do not', () => {
    expect(repairName(disputed('ORTENSINÌ', agreed), knowledge()).normalised.value).toBe('ORTENSINÌ');
    expect(repairName(disputed('ORTENSINÌ'), knowledge()).normalised.value).toBe('ORTENSINI');
  });

  it('is never changed in its letters where readers of two kinds agree and no code speaks against it', () => {
    fc.assert(
      fc.property(word, (name) => {
        const { value, repaired } = repairName(disputed(name, agreed), knowledge()).normalised;
        expect(placeKey(String(value))).toBe(name);
        expect(repaired).toBe(false);
      }),
    );
  });

  it('that the codice fiscale wants is only taken for another that it wants as well', () => {
    const wants = knowledge((name) => name.length === 8);
    expect(repairName(disputed('ORTENSNI'), wants).normalised.value).toBe('ORTENSNI');
  });

  it('is chosen by the codice fiscale among names that are as near', () => {
    const wants = knowledge((name) => name.endsWith('O'));
    expect(takeNameOfCode(disputed('TRABALDW'), wants).normalised).toMatchObject({ value: 'TRABALDO', repaired: true });
  });

  it.each([
    ['typed', { handwritten: false }],
    ['in cells', { inCells: true }],
  ])('is not touched where it is %s', (_, over) => {
    fc.assert(
      fc.property(fc.constantFrom('ORTENSNI', 'TRABALDW', 'ZUBRENTO'), (name) => {
        const evidence = disputed(name, over);
        expect(
          repairName(
            evidence,
            knowledge(() => false),
          ),
        ).toBe(evidence);
        expect(
          takeNameOfCode(
            evidence,
            knowledge(() => false),
          ),
        ).toBe(evidence);
      }),
    );
  });
});

describe('names that are common in Italy', () => {
  it('are listed in both kinds, each under a form of its own', () => {
    expect(tables.names.givenNames.get('NICOLO')).toBe('Nicolò');
    expect(tables.names.surnames.get("D'ANGELO")).toBe("D'Angelo");
    expect(tables.names.surnames.size).toBeGreaterThan(2000);
    expect(tables.names.givenNames.size).toBeGreaterThan(900);
  });
});
