import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likeliestMail, proposeMail } from '../../../../ocr/extract/by-hand/mail.ts';
import type { Names } from '../../../../ocr/extract/by-hand/mail-locals.ts';
import { mailProviders } from '../../../../ocr/extract/by-hand/mail-providers.ts';
import { describeField } from '../../../../ocr/extract/describe.ts';
import { unreadField } from '../../../../ocr/extract/evidence.ts';
import { normaliseEmail } from '../../../../ocr/extract/normalise/email.ts';

const nobody: Names = { given: [], surnames: [] };
const name = (text: string) => ({ text, isElected: true });
const somebody: Names = { given: [name('ANNA LUISA')], surnames: [name("D'AMICO")] };
const likeliest = (texts: readonly string[], names = nobody) =>
  likeliestMail(
    texts.map((text) => ({ text, weight: 1 })),
    names,
  );

const address = /^[\w.%+-]+@[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/;
const word = fc.stringMatching(/^[a-z]{3,9}$/);
const anything = fc.string({ unit: fc.constantFrom(...'abcelimnorst0123456789@©Q.,-_ '), maxLength: 30 });

describe('an address of mail by hand', () => {
  it('stays where all readers read it alike', () => {
    fc.assert(
      fc.property(word, fc.constantFrom(...mailProviders, 'comune.bari.it', 'studiorossi.eu'), (local, domain) => {
        expect(likeliest([`${local}@${domain}`, `${local}@${domain}`])).toBe(`${local}@${domain}`);
      }),
    );
  });

  it('has its @ once, a full stop before its ending and no blanks, whatever was read', () => {
    fc.assert(
      fc.property(fc.array(anything, { minLength: 1, maxLength: 4 }), (texts) => {
        const mail = likeliest(texts, somebody);
        if (mail !== null) expect(mail).toMatch(address);
      }),
    );
  });

  it.each([
    [['rossi@liberoit', 'rossi@libero it']],
    [['rossi@lihero.it', 'rossi@libero.1t']],
    [['rossi©libero.it']],
    [['rossielibero.it', 'rossiQlibero.it']],
    [['Rossi@Libero.it', 'rossi @ libero. it']],
  ])('that was read as %j is found', (texts) => {
    expect(likeliest(texts)).toBe('rossi@libero.it');
  });

  it.each([
    [['ana.damco@gmailcom', 'anna.damico@qmail.com'], 'anna.damico@gmail.com'],
    [['damicoS4@pec.it', 'danico54@pec.it'], 'damico54@pec.it'],
    [['annaluisadamicoepec.it', 'annaluisadanico@pecit'], 'annaluisadamico@pec.it'],
    [['a.damico@tiscali.it', 'a.domico@tiscali.it'], 'a.damico@tiscali.it'],
  ])('made of the names on the document: %j', (texts, mail) => {
    expect(likeliest(texts, somebody)).toBe(mail);
  });

  it('is not made of something else', () => {
    expect(likeliest(['18 10 2026', '18102026'], somebody)).toBeNull();
    expect(likeliest(['VEDI SOPRA', 'VEDI SOPRA'], somebody)).toBeNull();
  });

  it('of somebody else stays', () => {
    expect(likeliest(['studiotecnico@pec.it', 'studiotecnico@pec.it'], somebody)).toBe('studiotecnico@pec.it');
  });

  it('is told as repaired where it differs from what was read', () => {
    expect(proposed('rossi@liberoit')).toMatchObject({ value: 'rossi@libero.it', repaired: true, problem: null });
    expect(proposed('rossi@libero.it')).toMatchObject({ value: 'rossi@libero.it', repaired: false });
  });
});

function proposed(text: string) {
  const schema = { type: 'object', properties: { mail: { type: 'string', 'x-tabularium-kind': 'email' } } };
  const description = describeField(schema, '/mail');
  if (description === null) throw new Error('the schema has no address of mail');
  const opinions = [{ engine: 'one/1', text, confidence: 0.8 }];
  const evidence = { ...unreadField(description), raw: text, opinions, normalised: normaliseEmail(text) };
  return proposeMail(evidence, nobody).normalised;
}
