import { describe, expect, it } from 'vitest';
import type { GrowingAgreement } from '../../../ocr/extract/checks/agreement.ts';
import { applyMailOfPerson, isMadeOfNames } from '../../../ocr/extract/checks/mail-of-person.ts';
import { describeField } from '../../../ocr/extract/describe.ts';
import { unreadField } from '../../../ocr/extract/evidence.ts';
import { plainValue } from '../../../ocr/extract/normalise/normalised.ts';
import { repairEmail } from '../../../ocr/extract/repair/email.ts';

const names = ['Porcari', 'Iorio Omar', "D'Amico", 'Bo'];
const text = (kind: string) => ({ type: 'string', 'x-tabularium-kind': kind });
const schema = {
  type: 'object',
  properties: { surname: text('surname'), name: text('given-name'), mail: text('email') },
};
const descriptions = ['/surname', '/name', '/mail'].flatMap((pointer) => describeField(schema, pointer) ?? []);

function agreementOn(values: Readonly<Record<string, string>>): GrowingAgreement {
  const agreement: GrowingAgreement = {
    confirmed: new Set(),
    supported: new Set(),
    contradicted: new Map(),
    proposals: new Map(),
  };
  applyMailOfPerson(descriptions, values, new Set(), agreement);
  return agreement;
}

function repaired(address: string) {
  const [description] = descriptions.filter(({ kind }) => kind === 'email');
  if (description === undefined) throw new Error('the schema has no address of mail');
  return repairEmail({ ...unreadField(description), normalised: plainValue(address) }, names).normalised;
}

describe('an address of mail', () => {
  it.each([
    'porcari@pec.example',
    'porcari13@pec.example',
    'iorioomar_porcari@pec.example',
    'iorioomarporcari@pec.example',
    'damico7@pec.example',
  ])('is made of names: %s', (address) => expect(isMadeOfNames(address, names)).toBe(true));

  it.each(['porcaril3@pec.example', 'porcar@pec.example', 'ufficio.porcari@pec.example', '13@pec.example', 'porcari'])(
    'is not: %s',
    (address) => expect(isMadeOfNames(address, names)).toBe(false),
  );

  it('and the names that it is made of bear each other out', () => {
    const agreement = agreementOn({ '/surname': 'Porcari', '/name': 'Anna', '/mail': 'anna.porcari@pec.example' });
    expect([...agreement.confirmed]).toEqual(['/mail']);
    expect([...agreement.supported].toSorted()).toEqual(['/name', '/surname']);
  });

  it('made otherwise says nothing', () => {
    const agreement = agreementOn({ '/surname': 'Porcari', '/name': 'Anna', '/mail': 'studio.legale@pec.example' });
    expect(agreement.confirmed.size + agreement.supported.size + agreement.contradicted.size).toBe(0);
  });

  it('has an l beside a digit read as the 1 that it is where the rest is then a name', () => {
    expect(repaired('porcaril3@pec.example')).toMatchObject({ value: 'porcari13@pec.example', repaired: false });
  });

  it('has its letters taken for digits where the rest is then a name', () => {
    expect(repaired('porcaril@pec.example')).toMatchObject({ value: 'porcari1@pec.example', repaired: true });
    expect(repaired('porcari2o@pec.example')).toMatchObject({ value: 'porcari20@pec.example', repaired: true });
  });

  it.each(['porcarii@pec.example', 'porcari13@pec.example', 'rossil3@pec.example'])('else stays: %s', (address) => {
    expect(repaired(address)).toMatchObject({ value: address, repaired: false });
  });
});
