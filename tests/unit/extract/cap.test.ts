import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GrowingAgreement } from '../../../ocr/extract/checks/agreement.ts';
import { applyCapOfComune, capZonesOf } from '../../../ocr/extract/checks/cap-of-comune.ts';
import { extractFields } from '../../../ocr/extract/extract.ts';
import type { FormPackage } from '../../../ocr/model/form.ts';
import { cities } from '../../../tools/samples/people/cities.ts';
import { calibration } from '../../fixtures/extract/calibration.ts';
import { personForm, readPage } from '../../fixtures/extract/form.ts';
import { tables } from '../../fixtures/extract/tables.ts';

const check = { kind: 'cap-of-comune', comune: '/comune', cap: '/cap' } as const;

function contradicts(comune: string, cap: string): boolean {
  const agreement: GrowingAgreement = {
    confirmed: new Set(),
    supported: new Set(),
    contradicted: new Map(),
    proposals: new Map(),
  };
  applyCapOfComune(check, { '/comune': comune, '/cap': cap }, tables, agreement);
  return agreement.contradicted.has('/cap');
}

describe('a postal code against its comune', () => {
  it('agrees for every city, whatever its last three digits', () => {
    fc.assert(
      fc.property(fc.constantFrom(...cities), fc.stringMatching(/^\d{3}$/), ({ name, cap }, end) => {
        expect(contradicts(name, cap)).toBe(false);
        expect(contradicts(name, cap.slice(0, 2) + end)).toBe(false);
      }),
    );
  });

  it('is contradicted when it is of a province in which no comune of that name lies', () => {
    fc.assert(
      fc.property(fc.constantFrom(...cities), fc.constantFrom(...cities), (city, other) => {
        const isElsewhere = !capZonesOf(city.name, tables).has(other.cap.slice(0, 2));
        expect(contradicts(city.name, other.cap)).toBe(isElsewhere);
      }),
    );
    expect(contradicts('Livorno', '77123')).toBe(true);
  });

  it('is left alone where the comune is unknown', () => {
    expect(contradicts('Xyzzy', '00100')).toBe(false);
  });

  it('has every province of today in some zone', () => {
    const served = new Set([...tables.capZones.values()].flat());
    const now = tables.comuni.filter(({ to }) => to === null).map(({ province }) => province);
    expect([...new Set(now)].filter((province) => !served.has(province))).toEqual([]);
  });
});

describe('a misread postal code', () => {
  const form: FormPackage = {
    ...personForm,
    schema: {
      ...personForm.schema,
      'x-tabularium-checks': [{ kind: 'cap-of-comune', comune: '/person/place', cap: '/relatives/0/cap' }],
    },
  };
  const read = (place: string, cap: string) =>
    extractFields(form, [readPage({ place, 'relative-0': 'Anna', 'cap-0': cap }, [])], tables, calibration)[
      '/relatives/0/cap'
    ];

  it('is mended to the province of its comune when one digit tells them apart, and goes to a person', () => {
    expect(read('Livorno', '77123')).toMatchObject({
      value: '57123',
      status: 'doubtful',
      reason: 'repaired',
      candidates: ['77123'],
    });
  });

  it('is doubted when more than one digit is another', () => {
    expect(read('Livorno', '20123')).toMatchObject({
      value: '20123',
      status: 'doubtful',
      reason: 'disagrees-with-comune',
    });
  });

  it('is accepted where it agrees', () => {
    expect(read('Livorno', '57123')).toMatchObject({ value: '57123', status: 'accepted' });
  });
});
