import { describe, expect, it } from 'vitest';
import type { DocumentDetail, Field } from '../../../contract/document.ts';
import { type Client, readBatch, refusalOf, startDesk, startStaff } from '../rpc/desk.ts';

const form = 'accesso-atti@1.0.0';
const surname = '/richiedente/cognome';
const birthDate = '/richiedente/dataNascita';
const taxCode = '/richiedente/codiceFiscale';

/** A batch with one filled-in form on which the machine read nothing, and an office to work on it. */
async function startVerifying() {
  const desk = await startDesk();
  const staff = await startStaff(desk);
  const batchId = await readBatch(desk, staff.clerk.client, { 'a.png': { pages: [{ form, page: 0 }] } });
  const [document] = await staff.clerk.client.batches.documents({ batchId });
  if (!document) throw new Error('the batch has no document');
  return { desk, ...staff, batchId, documentId: document.id };
}

const fieldAt = (detail: DocumentDetail, pointer: string): Field => {
  const field = detail.fields.find((one) => one.pointer === pointer);
  if (!field) throw new Error(`no field ${pointer}`);
  return field;
};

const key = (client: Client, documentId: string, pointer: string, value: string) =>
  client.verification.decide({ documentId, pointer, verdict: { kind: 'key', value } });

/** Marks everything that is open as unreadable and ends verification. */
async function finishBlindly(client: Client, documentId: string): Promise<void> {
  const { fields } = await client.verification.get({ documentId });
  for (const { pointer } of fields.filter(({ open }) => open)) {
    await client.verification.decide({ documentId, pointer, verdict: { kind: 'unreadable' } });
  }
  await client.verification.finish({ documentId });
}

describe('a document under verification', () => {
  it('shows its fields in the order of the form, with the editor each needs', async () => {
    const { clerk, documentId } = await startVerifying();
    const { fields, pageList, form: shown } = await clerk.client.verification.get({ documentId });
    expect(shown?.key).toBe(form);
    expect(pageList).toHaveLength(1);
    expect(fields.slice(0, 3).map(({ pointer }) => pointer)).toEqual([surname, '/richiedente/nome', birthDate]);
    const editors = Object.fromEntries(fields.map(({ pointer, editor }) => [pointer, editor]));
    expect(editors[birthDate]).toEqual({ kind: 'date' });
    expect(editors['/firma']).toEqual({ kind: 'yes-no' });
    expect(editors['/richiedente/qualita']).toMatchObject({ kind: 'choice' });
    expect(fields.at(0)?.title).toEqual({ it: 'Cognome', en: 'Surname' });
  });

  it('normalises what is keyed: dates as people write them, codes without their spaces', async () => {
    const { clerk, documentId } = await startVerifying();
    const dated = await key(clerk.client, documentId, birthDate, '3/4/1980');
    expect(fieldAt(dated, birthDate)).toMatchObject({ value: '1980-04-03', open: false, status: 'accepted' });
    const coded = await key(clerk.client, documentId, taxCode, ' rss mra 80d03 h501 h ');
    expect(fieldAt(coded, taxCode).value).toBe('RSSMRA80D03H501H');
    expect(fieldAt(coded, birthDate).verification).toMatchObject({ verdict: 'key', by: 'Carla Impiegata' });
  });

  it('keeps a keyed code with a wrong check character, flags it, and takes it when the clerk insists', async () => {
    const { clerk, documentId } = await startVerifying();
    const wrong = 'RSSMRA80D03H501A';
    const flagged = fieldAt(await key(clerk.client, documentId, taxCode, wrong), taxCode);
    expect(flagged).toMatchObject({ value: wrong, open: true, status: 'invalid', reason: { code: 'check-character' } });
    const confirm = { documentId, pointer: taxCode, verdict: { kind: 'confirm' } } as const;
    const insisted = fieldAt(await clerk.client.verification.decide(confirm), taxCode);
    expect(insisted).toMatchObject({
      value: wrong,
      open: false,
      status: 'accepted',
      reason: { code: 'check-character' },
    });
    expect(insisted.verification?.verdict).toBe('key');
  });

  it('opens a settled field again when another word makes it break a rule', async () => {
    const { clerk, documentId } = await startVerifying();
    await key(clerk.client, documentId, surname, 'ROSSI');
    await key(clerk.client, documentId, '/richiedente/nome', 'MARIO');
    await key(clerk.client, documentId, birthDate, '1980-04-03');
    const detail = await key(clerk.client, documentId, taxCode, 'VRDMRA80D03H501D');
    const open = detail.fields.filter(({ reason }) => reason?.code === 'disagrees-with-codice-fiscale');
    expect(open.length).toBeGreaterThan(0);
    expect(open.every((field) => field.open)).toBe(true);
  });

  it('refuses values outside a list and words on fields that are not there', async () => {
    const { clerk, documentId } = await startVerifying();
    const { client } = clerk;
    expect(await refusalOf(key(client, documentId, '/richiedente/qualita', 'inventata'))).toBe('INVALID_INPUT');
    expect(await refusalOf(key(client, documentId, '/firma', 'yes'))).toBe('INVALID_INPUT');
    expect(await refusalOf(key(client, documentId, '/nessuno', 'x'))).toBe('NOT_FOUND');
  });

  it('takes a word back, the last one first', async () => {
    const { clerk, documentId } = await startVerifying();
    const undo = () => clerk.client.verification.undo({ documentId, pointer: surname });
    await key(clerk.client, documentId, surname, 'ROSSI');
    await key(clerk.client, documentId, surname, 'RUSSO');
    expect(fieldAt(await undo(), surname).value).toBe('ROSSI');
    expect(fieldAt(await undo(), surname)).toMatchObject({ value: null, verification: null, open: true });
    expect(await refusalOf(undo())).toBe('CONFLICT');
  });

  it('counts its open fields for the lists', async () => {
    const { clerk, batchId, documentId } = await startVerifying();
    const before = await clerk.client.batches.get({ batchId });
    await key(clerk.client, documentId, surname, 'ROSSI');
    const after = await clerk.client.batches.get({ batchId });
    expect(after.progress.doubts).toBe(before.progress.doubts - 1);
    expect(after.progress.documents.verifying).toBe(1);
  });

  it('ends only when no field is open, and then takes no more words', async () => {
    const { clerk, documentId } = await startVerifying();
    expect(await refusalOf(clerk.client.verification.finish({ documentId }))).toBe('CONFLICT');
    await finishBlindly(clerk.client, documentId);
    const detail = await clerk.client.verification.get({ documentId });
    expect(detail).toMatchObject({ state: 'verified', openFields: 0, verifiedBy: { name: 'Carla Impiegata' } });
    expect(await refusalOf(key(clerk.client, documentId, surname, 'ROSSI'))).toBe('CONFLICT');
  });
});

describe('approving', () => {
  it('takes a supervisor or an administrator who gave no word on the document', async () => {
    const { clerk, supervisor, administrator, documentId } = await startVerifying();
    await key(supervisor.client, documentId, surname, 'ROSSI');
    await supervisor.client.work.release({ documentId });
    await finishBlindly(clerk.client, documentId);
    expect(await refusalOf(clerk.client.verification.approve({ documentId }))).toBe('NOT_ALLOWED');
    expect((await supervisor.client.verification.get({ documentId })).ownWork).toBe(true);
    expect(await refusalOf(supervisor.client.verification.approve({ documentId }))).toBe('NOT_ALLOWED');
    expect((await administrator.client.verification.get({ documentId })).ownWork).toBe(false);
    const approved = await administrator.client.verification.approve({ documentId });
    expect(approved.state).toBe('approved');
    expect(await refusalOf(administrator.client.verification.approve({ documentId }))).toBe('CONFLICT');
  });

  it('is refused to an administrator who verified, whatever the role', async () => {
    const { administrator, documentId } = await startVerifying();
    await finishBlindly(administrator.client, documentId);
    expect(await refusalOf(administrator.client.verification.approve({ documentId }))).toBe('NOT_ALLOWED');
  });

  it('has its own queue, without the documents that this person may not approve', async () => {
    const { clerk, supervisor, administrator, batchId, documentId } = await startVerifying();
    const queue = async (client: Client, task: 'verify' | 'approve') =>
      (await client.verification.queue({ batchId, task })).map(({ id }) => id);
    expect(await queue(clerk.client, 'verify')).toEqual([documentId]);
    expect(await queue(supervisor.client, 'approve')).toEqual([]);
    await finishBlindly(administrator.client, documentId);
    expect(await queue(clerk.client, 'verify')).toEqual([]);
    expect(await queue(supervisor.client, 'approve')).toEqual([documentId]);
    expect(await queue(administrator.client, 'approve')).toEqual([]);
    expect(await queue(clerk.client, 'approve')).toEqual([]);
  });

  it('may instead send the document back with a reason, and it is verified anew', async () => {
    const { clerk, supervisor, documentId } = await startVerifying();
    await finishBlindly(clerk.client, documentId);
    const sendBack = { documentId, reason: 'La data non è quella della carta.' };
    expect(await refusalOf(clerk.client.verification.sendBack(sendBack))).toBe('NOT_ALLOWED');
    const returned = await supervisor.client.verification.sendBack(sendBack);
    expect(returned).toMatchObject({ state: 'verifying', note: sendBack.reason, verifiedBy: null });
    await key(clerk.client, documentId, birthDate, '3.4.1980');
    const again = await clerk.client.verification.finish({ documentId });
    expect(again).toMatchObject({ state: 'verified', note: null });
    expect((await supervisor.client.verification.approve({ documentId })).state).toBe('approved');
  });
});

describe('the audit log', () => {
  it('tells who gave and took back words and moved the document, without any content', async () => {
    const { desk, clerk, supervisor, documentId } = await startVerifying();
    await key(clerk.client, documentId, surname, 'ROSSI');
    await clerk.client.verification.undo({ documentId, pointer: surname });
    await finishBlindly(clerk.client, documentId);
    await supervisor.client.verification.approve({ documentId });
    const { store } = desk.station;
    const events = store.all(
      store.query.selectFrom('audit_events').selectAll().where('subjectId', '=', documentId).orderBy('seq'),
    );
    const actions = events.map(({ action }) => action);
    expect(actions.slice(0, 4)).toEqual([
      'document.read',
      'document.verifying',
      'field.decided',
      'field.word-taken-back',
    ]);
    expect(actions.slice(-2)).toEqual(['document.verified', 'document.approved']);
    expect(events.at(-1)?.actor).toBe(supervisor.account.id);
    expect(JSON.stringify(events)).not.toContain('ROSSI');
  });
});
