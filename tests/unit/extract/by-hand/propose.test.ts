import { describe, expect, it } from 'vitest';
import { proposeByHand } from '../../../../ocr/extract/by-hand/propose.ts';
import { describeField } from '../../../../ocr/extract/describe.ts';
import { type Evidence, unreadField } from '../../../../ocr/extract/evidence.ts';
import { normaliseForField } from '../../../../ocr/extract/normalise/normalise.ts';
import type { ValueKind } from '../../../../ocr/model/form.ts';
import { tables } from '../../../fixtures/extract/tables.ts';

function evidenceOf(
  kind: ValueKind,
  raw: string,
  others: readonly string[],
  changes: Partial<Evidence> = {},
): Evidence {
  const schema = { type: 'object', properties: { field: { type: 'string', 'x-tabularium-kind': kind } } };
  const description = describeField(schema, '/field');
  if (description === null) throw new Error('the schema has no such field');
  const opinions = [raw, ...others].map((text, index) => ({ engine: `reader/${index}`, text, confidence: 0.6 }));
  const normalised = normaliseForField(description, raw, tables);
  return { ...unreadField(description), raw, normalised, opinions, source: 'text', handwritten: true, ...changes };
}

function proposed(kind: ValueKind, raw: string, others: readonly string[] = [], changes: Partial<Evidence> = {}) {
  return proposeByHand(evidenceOf(kind, raw, others, changes), tables).normalised.value;
}

describe('prose by hand', () => {
  it.each([
    ['ISTRUTTORE AMHINISTRATIVO', ['ISTRUTTORE AMMNISTRATIVO'], 'ISTRUTTORE AMMINISTRATIVO'],
    ['CARTA DIDENTITA', ['CARTA DIDENTTÀ'], "CARTA D'IDENTITÀ"],
    ['Progeto edilizio', ['Progeto edilizio', 'Progetto edilizio'], 'Progetto edilizio'],
    ['ENTRATE DI CoMo', [], 'ENTRATE DI COMO'],
    ['Entrate di GenoVa', [], 'Entrate di Genova'],
    ['MINIS TERO INTERNO', [], 'MINISTERO INTERNO'],
    ['Sono il proprietario dell immobile Confinante', [], "Sono il proprietario dell'immobile confinante"],
    ['CHIEDO COPIA D TUTTI GLI ATTI', [], 'CHIEDO COPIA DI TUTTI GLI ATTI'],
    ['Atti dela commissione mensa scolastica', [], 'Atti della commissione mensa scolastica'],
    ['S7', [], '57'],
  ])('%s is %s', (raw, others, value) => {
    expect(proposed('text', raw, others)).toBe(value);
  });

  it.each([
    'A B',
    'MIT-UCO',
    'Roma Ostiense',
    '3T',
    'Devo vendere la casa di viale Europa',
    'PRATICA GHXZWKY',
    'B',
    'SUB 3',
  ])('%s stays as it was read', (text) => {
    expect(proposed('text', text, [text])).toBe(text);
  });

  it('ends with the full stop that one reader saw', () => {
    const [read, seen] = ['Chiedo di conoscere il progetto', 'Chiedo di conoscere il progetto.'];
    expect(proposed('text', read, [seen, read], { hasManyLines: true })).toBe(seen);
    expect(proposed('text', read, [read, read], { hasManyLines: true })).toBe(read);
  });
});

describe('other texts by hand', () => {
  it.each<[ValueKind, string, string[], string]>([
    ['phone', '333 523487', ['333 1523487', '333 523487'], '333 1523487'],
    ['street-number', 'S9', ['S9'], '59'],
    ['street-number', '12S/B', ['125/B'], '125/B'],
    ['street', 'PAZZA ROMA', ['PIAZZA ROMA'], 'PIAZZA ROMA'],
    ['street', 'Via dele rose', ['Via dele rose'], 'Via delle Rose'],
  ])('%s: %s', (kind, raw, others, value) => {
    expect(proposed(kind, raw, others)).toBe(value);
  });

  it.each<[ValueKind, string]>([
    ['phone', '051 673457'],
    ['street-number', '12/A'],
    ['street-number', 'snc'],
    ['street', 'Via Giuseppe Verdi'],
    ['surname', "D'AMICO"],
    ['document-number', 'CA36770ML'],
  ])('%s: %s stays', (kind, raw) => {
    expect(proposed(kind, raw, [raw])).toBe(raw);
  });

  it('says what is repaired, and offers what was read', () => {
    const { normalised } = proposeByHand(evidenceOf('street-number', 'S9', []), tables);
    expect(normalised).toMatchObject({ value: '59', repaired: true, candidates: ['S9'] });
  });

  it('leaves alone what a machine wrote, and what stands in cells', () => {
    expect(proposed('street-number', 'S9', [], { handwritten: false })).toBe('S9');
    expect(proposed('street-number', 'S9', [], { inCells: true })).toBe('S9');
  });
});
