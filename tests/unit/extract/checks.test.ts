import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAgreement } from '../../../ocr/extract/checks.ts';
import { namesAPerson } from '../../../ocr/extract/codes/birth.ts';
import { checkCharacter, computeCodiceFiscale, parseCodiceFiscale } from '../../../ocr/extract/codes/codice-fiscale.ts';
import { extractFields } from '../../../ocr/extract/extract.ts';
import { localDay } from '../../../ocr/extract/local-day.ts';
import { normaliseCodiceFiscale } from '../../../ocr/extract/normalise/codice-fiscale.ts';
import { findComuni, isBirthplaceOn, isValidOn, placeCodes } from '../../../ocr/extract/tables/tables.ts';
import type { FieldValue } from '../../../ocr/model/field.ts';
import type { FormCheck } from '../../../ocr/model/form-check.ts';
import { calibration } from '../../fixtures/extract/calibration.ts';
import { person } from '../../fixtures/extract/codes.ts';
import { invented, personForm, readPage } from '../../fixtures/extract/form.ts';
import { tables } from '../../fixtures/extract/tables.ts';

function agreementOf(check: FormCheck, values: Readonly<Record<string, FieldValue>>) {
  const form = { ...personForm, schema: { ...personForm.schema, 'x-tabularium-checks': [check] } };
  return checkAgreement(form, values, tables);
}
const isoDay = fc
  .date({ min: new Date('1930-01-01'), max: new Date('2025-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('dates in order', () => {
  const check: FormCheck = { kind: 'dates-in-order', dates: ['/born', '/issued', '/signed'] };

  it('contradict nothing when no date is before one that precedes it', () => {
    fc.assert(
      fc.property(fc.array(isoDay, { minLength: 3, maxLength: 3 }), (days) => {
        const [born = '', issued = '', signed = ''] = days.toSorted();
        expect(agreementOf(check, { '/born': born, '/issued': issued, '/signed': signed }).contradicted.size).toBe(0);
        expect(agreementOf(check, { '/born': born, '/issued': null, '/signed': signed }).contradicted.size).toBe(0);
      }),
    );
  });

  it('contradict both of two that are the wrong way round', () => {
    fc.assert(
      fc.property(isoDay, isoDay, (left, right) => {
        fc.pre(left !== right);
        const [earlier = '', later = ''] = [left, right].toSorted();
        const { contradicted } = agreementOf(check, { '/born': later, '/issued': null, '/signed': earlier });
        expect([...contradicted]).toEqual([
          ['/born', 'dates-out-of-order'],
          ['/signed', 'dates-out-of-order'],
        ]);
      }),
    );
  });
});

describe('dates that have passed', () => {
  const check: FormCheck = { kind: 'dates-passed', dates: ['/signed'] };
  const days = (from: number) => {
    const day = new Date();
    day.setDate(day.getDate() + from);
    return localDay(day);
  };

  it('contradict nothing up to today, and whatever is still to come', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 4_000 }), (from) => {
        const { contradicted } = agreementOf(check, { '/signed': days(from), '/born': days(4_001) });
        expect([...contradicted]).toEqual(from > 0 ? [['/signed', 'date-to-come']] : []);
      }),
    );
  });

  it('pass over what is no date', () => {
    expect(agreementOf(check, { '/signed': 'ieri' }).contradicted.size).toBe(0);
    expect(agreementOf(check, { '/signed': null }).contradicted.size).toBe(0);
  });
});

describe('the province of a comune', () => {
  const check: FormCheck = { kind: 'province-of-comune', comune: '/comune', province: '/province' };

  it('is any in which a comune of that name lies or lay', () => {
    fc.assert(
      fc.property(fc.constantFrom(...tables.comuni), (comune) => {
        const values = { '/comune': comune.name, '/province': comune.province };
        expect(agreementOf(check, values).contradicted.size).toBe(0);
      }),
    );
  });

  it('contradicts both where none lies there, and is proposed where only one can be', () => {
    const { contradicted, proposals } = agreementOf(check, { '/comune': 'Venosa', '/province': 'MT' });
    expect([...contradicted.values()]).toEqual(['disagrees-with-province', 'disagrees-with-province']);
    expect(proposals.get('/province')).toBe('PZ');
    expect(agreementOf(check, { '/comune': 'Xyzzy', '/province': 'MT' }).contradicted.size).toBe(0);
  });
});

describe('a birthplace', () => {
  it('is none once it is suppressed', () => {
    const suppressed = tables.comuni.filter(({ to }) => to !== null && to >= '1900-01-01' && to < '2020-01-01');
    fc.assert(
      fc.property(fc.constantFrom(...suppressed), isoDay, ({ name, code }, day) => {
        for (const comune of findComuni(tables, name, day)) expect(comune.to === null || day <= comune.to).toBe(true);
        const spans = tables.comuniByCode.get(code) ?? [];
        expect(isBirthplaceOn(code, day, tables)).toBe(spans.some(({ to }) => to === null || day <= to));
      }),
    );
    expect(findComuni(tables, 'Abbadia Alpina', '1950-01-01')).toEqual([]);
    expect(findComuni(tables, 'Abbadia Alpina', '1920-01-01').map(({ code }) => code)).toEqual(['A003']);
  });

  it('has the code that was valid on the day, wherever one was', () => {
    fc.assert(
      fc.property(fc.constantFrom(...tables.comuni), isoDay, ({ name, code }, day) => {
        const valid = (tables.comuniByName.get(name) ?? []).filter((comune) => isValidOn(comune, day));
        fc.pre(valid.some((comune) => comune.code === code));
        expect(placeCodes(name, day, tables)).toContain(code);
      }),
    );
  });

  it('abroad is a state, whose code is not refused because the list lacks it', () => {
    expect(placeCodes('Francia', '1980-01-01', tables)).toEqual(['Z110']);
    expect(isBirthplaceOn('Z999', '1980-01-01', tables)).toBe(true);
  });
});

describe('a codice fiscale that passes its check', () => {
  const withCheck = (fifteen: string) => fifteen + checkCharacter(fifteen);

  it('counts 40 more days for a woman, and has one letter for each month', () => {
    fc.assert(
      fc.property(person, (facts) => {
        const man = computeCodiceFiscale({ ...facts, sex: 'M' });
        const woman = computeCodiceFiscale({ ...facts, sex: 'F' });
        expect(Number(woman.slice(9, 11)) - Number(man.slice(9, 11))).toBe(40);
        expect(parseCodiceFiscale(woman)).toEqual({ ...parseCodiceFiscale(man), sex: 'F' });
        expect('ABCDEHLMPRST'[Number(facts.birthDate.slice(5, 7)) - 1]).toBe(man[8]);
      }),
    );
  });

  it('is somebody’s for every person, and nobody’s for a day or a place that never was', () => {
    fc.assert(
      fc.property(person, (facts) => {
        expect(namesAPerson(computeCodiceFiscale(facts), tables)).toBe(true);
      }),
    );
    expect(namesAPerson(withCheck('RSSMRA85B31A562'), tables)).toBe(false);
    expect(namesAPerson(withCheck('RSSMRA85T10X999'), tables)).toBe(false);
    expect(namesAPerson(withCheck('RSSMRA85T10A003'), tables), 'Abbadia Alpina, suppressed in 1928').toBe(false);
    expect(normaliseCodiceFiscale(withCheck('RSSMRA85T10A003'), tables).problem).toBe('unknown-code');
  });
});

describe('names and the letters of a codice fiscale', () => {
  const unsure = (zone: string, place: number) => (reading: ReturnType<typeof readPage>['zones'][number]) => {
    if (reading.kind !== 'text' || reading.zone !== zone) return reading;
    const characters = [...reading.reading.text].map((text, at) => ({ text, confidence: at === place ? 0.5 : 0.98 }));
    return { ...reading, reading: { ...reading.reading, characters } };
  };

  it('propose the surname that the code demands where an unsure letter looks like it, and never put it in', () => {
    const read = extractFields(
      personForm,
      [readPage({ ...invented, surname: 'Rosni' }, ['male'])],
      tables,
      calibration,
    );
    expect(read['/person/surname']).toMatchObject({ value: 'Rosni', status: 'doubtful', candidates: [] });
    const code = computeCodiceFiscale({
      surname: 'Bianchi',
      givenName: 'Mario',
      birthDate: '1985-12-10',
      sex: 'M',
      birthPlaceCode: 'A562',
    });
    const texts = { ...invented, surname: 'Biauchi', code };
    const field = extractFields(personForm, [readPage(texts, ['male'], unsure('surname', 3))], tables, calibration)[
      '/person/surname'
    ];
    expect(field).toMatchObject({
      value: 'Biauchi',
      status: 'doubtful',
      reason: 'disagrees-with-codice-fiscale',
      candidates: ['Bianchi'],
    });
  });

  it('are left alone where every letter was read surely', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z][a-z]{3,9}$/), (surname) => {
        const fields = extractFields(personForm, [readPage({ ...invented, surname }, ['male'])], tables, calibration);
        expect(fields['/person/surname']).toMatchObject({ value: surname, candidates: [] });
      }),
      { numRuns: 30 },
    );
  });
});
