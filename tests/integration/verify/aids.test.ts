import { describe, expect, it } from 'vitest';
import { verifyAudit } from '../../../station/audit/verify.ts';
import { readBatch, refusalOf, startDesk, startStaff } from '../rpc/desk.ts';

const form = 'accesso-atti@1.0.0';
const surname = '/richiedente/cognome';
const place = '/richiedente/residenza/comune';

async function startVerifying() {
  const desk = await startDesk();
  const staff = await startStaff(desk);
  const batchId = await readBatch(desk, staff.clerk.client, {
    'a.png': { pages: [{ form, page: 0 }] },
    'b.png': { pages: [{ form, page: 0 }], salt: 'b' },
  });
  const [document, next] = await staff.clerk.client.batches.documents({ batchId });
  if (document === undefined || next === undefined) throw new Error('the batch has no documents');
  return { desk, ...staff, batchId, documentId: document.id, nextId: next.id };
}

describe('completion', () => {
  it('offers comuni of the tables that begin so, in the writing of the person', async () => {
    const { clerk, documentId } = await startVerifying();
    const complete = (text: string) => clerk.client.verification.complete({ documentId, pointer: place, text });
    expect(await complete('Rovere')).toContain('Rovereto');
    expect(await complete('ROVERE')).toContain('ROVERETO');
    expect(await complete('R')).toEqual([]);
  });

  it('offers what was keyed in this field of earlier records, and never what could be somebody’s code', async () => {
    const { clerk, documentId, nextId } = await startVerifying();
    const { verification } = clerk.client;
    await verification.decide({ documentId, pointer: surname, verdict: { kind: 'key', value: 'Ferrantini' } });
    const code = '/richiedente/codiceFiscale';
    await verification.decide({ documentId, pointer: code, verdict: { kind: 'key', value: 'RSSMRA80D03H501A' } });
    const offered = await verification.complete({ documentId: nextId, pointer: surname, text: 'fer' });
    expect(offered[0]).toBe('Ferrantini');
    expect(offered).toContain('Ferro');
    expect(await verification.complete({ documentId: nextId, pointer: code, text: 'RSS' })).toEqual([]);
  });
});

describe('words of the page', () => {
  it('come with their places, page by page', async () => {
    const { clerk, documentId } = await startVerifying();
    expect(await clerk.client.verification.words({ documentId })).toEqual([
      { page: 0, text: 'parola', boxPx: [10, 10, 60, 20] },
    ]);
  });
});

describe('comments', () => {
  it('are kept with who made them, seen by the supervisor, and not told to the audit log', async () => {
    const { desk, clerk, supervisor, documentId } = await startVerifying();
    await clerk.client.comments.add({ documentId, pointer: surname, text: 'Forse con due effe.' });
    await clerk.client.comments.add({ documentId, pointer: null, text: 'Manca il retro.' });
    const seen = await supervisor.client.comments.list({ documentId });
    expect(seen.map(({ pointer, text, by }) => [pointer, text, by])).toEqual([
      [surname, 'Forse con due effe.', clerk.account.name],
      [null, 'Manca il retro.', clerk.account.name],
    ]);
    const { store } = desk.station;
    const events = store.all(store.query.selectFrom('audit_events').selectAll());
    expect(events.filter(({ action }) => action === 'document.commented')).toHaveLength(2);
    expect(JSON.stringify(events)).not.toContain('due effe');
  });

  it('need a text', async () => {
    const { clerk, documentId } = await startVerifying();
    expect(await refusalOf(clerk.client.comments.add({ documentId, pointer: null, text: '  ' }))).toBe('INVALID_INPUT');
  });
});

describe('a document that is not of its form', () => {
  it('goes, and its pages are read again as plain pages; comments stay with them', async () => {
    const { desk, clerk, batchId, documentId } = await startVerifying();
    const { client } = clerk;
    await client.verification.decide({ documentId, pointer: surname, verdict: { kind: 'key', value: 'Ferrantini' } });
    await client.comments.add({ documentId, pointer: null, text: 'È un allegato.' });
    await client.verification.leaveForm({ documentId, formKey: null });
    expect(await refusalOf(client.verification.get({ documentId }))).toBe('NOT_FOUND');
    await desk.station.idle(batchId);
    const documents = await client.batches.documents({ batchId });
    expect(documents).toHaveLength(2);
    const again = documents.find(({ ordinal }) => ordinal === 0);
    expect((await client.comments.list({ documentId: again?.id ?? '' })).map(({ text }) => text)).toEqual([
      'È un allegato.',
    ]);
    const { store } = desk.station;
    const said = store.all(store.query.selectFrom('said_forms').select('formKey'));
    expect(said).toEqual([{ formKey: null }]);
    expect(verifyAudit(store).faults).toEqual([]);
  });

  it('is refused for a form that is not there and for a document that is verified', async () => {
    const { clerk, documentId } = await startVerifying();
    const { verification } = clerk.client;
    expect(await refusalOf(verification.leaveForm({ documentId, formKey: 'altro@9.9.9' }))).toBe('CONFLICT');
    const { fields } = await verification.get({ documentId });
    for (const { pointer } of fields.filter(({ open }) => open))
      await verification.decide({ documentId, pointer, verdict: { kind: 'unreadable' } });
    await verification.finish({ documentId });
    expect(await refusalOf(verification.leaveForm({ documentId, formKey: null }))).toBe('CONFLICT');
  });
});

describe('preferences', () => {
  it('are kept for each person', async () => {
    const { clerk, supervisor } = await startVerifying();
    const wanted = { textPercent: 130, snippetPercent: 200, contrast: 'high' } as const;
    expect(await clerk.client.preferences.set(wanted)).toEqual(wanted);
    expect(await clerk.client.preferences.get()).toEqual(wanted);
    expect(await supervisor.client.preferences.get()).toMatchObject({ textPercent: 100, contrast: 'system' });
  });
});
