import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadTables, type Tables } from '../../../ocr/extract/tables/tables.ts';
import { loadFormPackage } from '../../../ocr/forms/load.ts';
import type { ExtractedField } from '../../../ocr/model/field.ts';
import type { FormPackage } from '../../../ocr/model/form.ts';
import { contentSha256, recordOf, type Submission } from '../../../station/deliver/submission.ts';
import type { Word } from '../../../station/store/verdicts.ts';
import { originOf, weighWords } from '../../../station/verify/weigh-words.ts';

const resources = join(import.meta.dirname, '../../../resources');
const surname = '/richiedente/cognome';
const taxCode = '/richiedente/codiceFiscale';

let form: FormPackage;
let tables: Tables;
beforeAll(async () => {
  form = await loadFormPackage(join(resources, 'forms/accesso-atti'));
  tables = await loadTables(join(resources, 'tables'));
});

const machine = (change: Partial<ExtractedField> = {}): ExtractedField => ({
  ...{ value: 'RUSSO', raw: 'RUSSO', confidence: 0.6, candidates: [], page: 0, boxPx: null },
  ...{ status: 'doubtful', reason: 'low-confidence', ...change },
});
const word = (change: Partial<Word>): Word => ({
  ...{ kind: 'key', value: 'ROSSI', despite: null, accountId: 'carla', at: '2026-03-02T09:00:00.000Z', ...change },
});

function weighOne(pointer: string, field: ExtractedField, said: Word | null) {
  const [weighed] = weighWords(form, new Map([[pointer, field]]), new Map(said ? [[pointer, said]] : []), tables);
  if (!weighed) throw new Error('the field is gone');
  return weighed;
}

describe('a field', () => {
  it('waits for a person while only the machine has seen it and doubts', () => {
    expect(weighOne(surname, machine(), null).open).toBe(true);
    expect(weighOne(surname, machine({ status: 'accepted', reason: null }), null).open).toBe(false);
  });

  it('is settled by a confirmation, and stays the machine’s', () => {
    const weighed = weighOne(surname, machine(), word({ kind: 'confirm', value: 'RUSSO' }));
    expect(weighed).toMatchObject({ open: false, field: { value: 'RUSSO', status: 'accepted', reason: null } });
    expect(originOf(weighed)).toBe('machine');
  });

  it('is corrected where the machine had another value, keyed where it had none', () => {
    expect(originOf(weighOne(surname, machine(), word({})))).toBe('corrected');
    expect(originOf(weighOne(surname, machine({ value: null }), word({})))).toBe('keyed');
  });

  it('stays open with a value that breaks a rule until that rule was insisted on', () => {
    const wrong = { value: 'RSSMRA80D03H501A' };
    expect(weighOne(taxCode, machine(), word(wrong))).toMatchObject({
      open: true,
      field: { status: 'invalid', reason: 'check-character' },
    });
    expect(weighOne(taxCode, machine(), word({ ...wrong, despite: 'check-character' }))).toMatchObject({
      open: false,
      field: { status: 'accepted', reason: 'check-character' },
    });
  });

  it('that must be filled is settled by saying that nothing can be read', () => {
    const unreadable = word({ kind: 'unreadable', value: null, despite: 'required-empty' });
    expect(weighOne(surname, machine(), unreadable)).toMatchObject({ open: false, field: { value: null } });
  });
});

describe('what is delivered', () => {
  const weigh = (words: ReadonlyMap<string, Word>) =>
    weighWords(
      form,
      new Map([
        [surname, machine()],
        ['/richiedente/nome', machine({ value: 'MARIO', status: 'accepted', reason: null, confidence: 0.97 })],
        [taxCode, machine({ value: null, raw: '', status: 'missing', reason: 'required-empty' })],
      ]),
      words,
      tables,
    );

  it('says of every value whose it is', () => {
    const said = new Map([
      [surname, word({})],
      [taxCode, word({ value: 'RSSMRA80D03H501A', despite: 'check-character' })],
    ]);
    const { record, provenance } = recordOf(weigh(said));
    expect(record).toEqual({ richiedente: { cognome: 'ROSSI', nome: 'MARIO', codiceFiscale: 'RSSMRA80D03H501A' } });
    expect(provenance).toEqual({
      [surname]: { origin: 'corrected', by: 'carla', at: word({}).at, confidence: 0.6, remark: null },
      '/richiedente/nome': { origin: 'machine', by: null, at: null, confidence: 0.97, remark: null },
      [taxCode]: { origin: 'keyed', by: 'carla', at: word({}).at, confidence: 0.6, remark: 'insisted' },
    });
  });

  it('has a content hash that does not depend on the order of its members', () => {
    const page = {
      sha256: 'a'.repeat(64),
      mediaType: 'image/png',
      bytes: 1,
      source: { sha256: 'b', index: 0 },
    } as const;
    const source = { system: 'T', documentId: 'd', batchId: 'b', verifiedBy: null, approvedBy: 's', approvedAt: 'x' };
    const submission: Submission = { source, form: null, record: { a: 1, b: 2 }, provenance: {}, pages: [page] };
    const { pages, ...rest } = submission;
    expect(contentSha256({ pages, ...rest, record: { b: 2, a: 1 } })).toBe(contentSha256(submission));
    expect(contentSha256({ ...submission, record: { a: 1, b: 3 } })).not.toBe(contentSha256(submission));
  });
});
