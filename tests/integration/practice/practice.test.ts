import { describe, expect, it } from 'vitest';
import { verifyAudit } from '../../../station/audit/verify.ts';
import { approvedDocuments } from '../../../station/calibration/verified-fields.ts';
import { changeDocument } from '../../../station/store/change-state.ts';
import { earlierValues } from '../../../station/store/earlier-values.ts';
import { listVerifiedPages } from '../../../tools/train/verified-pages.ts';
import { type Desk, readBatch, refusalOf, startDesk, startStaff } from '../rpc/desk.ts';
import { answerDocument, form, startPile, writePile } from './pile.ts';

const asked = ['/richiedente/cognome', '/richiedente/nome', '/richiedente/luogoNascita', '/atto/oggetto'];

async function startOffice(delayMs = 0) {
  const desk = await startDesk({ practice: await writePile(asked, delayMs) });
  return { desk, staff: await startStaff(desk) };
}

/** Rows of every table that name this id in any column. */
function rowsNaming({ station: { store } }: Desk, id: string): string[] {
  const tables = [
    'batches',
    'sources',
    'pages',
    'documents',
    'fields',
    'verdicts',
    'jobs',
    'practice_efforts',
    'pile_edits',
  ] as const;
  return tables.filter((table) =>
    store.all(store.query.selectFrom(table).selectAll()).some((row) => Object.values(row).includes(id)),
  );
}

describe('a practice pile', () => {
  it('goes through reading and verification like any other, and is marked', async () => {
    const { desk, staff } = await startOffice();
    const { batchId, documents } = await startPile(desk, staff.clerk);
    expect(documents).toHaveLength(2);
    const waiting = await staff.clerk.client.verification.queue({ batchId, task: 'verify' });
    expect(waiting.map((document) => document.form?.key)).toEqual([form, form]);
    expect((await staff.clerk.client.batches.get({ batchId })).practice).toBe(true);
  });

  it('is listed for the person alone who learns on it', async () => {
    const { desk, staff } = await startOffice();
    const { batchId } = await startPile(desk, staff.clerk);
    const real = await readBatch(desk, staff.clerk.client, { 'a.png': { pages: ['read'] } });
    const seen = async ({ client }: typeof staff.clerk) => (await client.batches.list()).map(({ id }) => id).toSorted();
    expect(await seen(staff.clerk)).toEqual([batchId, real].toSorted());
    expect(await seen(staff.supervisor)).toEqual([real]);
  });

  it('is never approved, and waits for nobody’s approval', async () => {
    const { desk, staff } = await startOffice();
    const { batchId, documents } = await startPile(desk, staff.clerk);
    const [documentId = ''] = documents;
    await answerDocument(staff.clerk.client, documentId);
    const { client } = staff.supervisor;
    expect(await client.verification.queue({ batchId, task: 'approve' })).toEqual([]);
    expect(await refusalOf(client.verification.approve({ documentId }))).toBe('NOT_ALLOWED');
  });

  it('is never delivered', async () => {
    const { desk, staff } = await startOffice();
    const { batchId } = await startPile(desk, staff.clerk);
    const { client } = staff.supervisor;
    await client.deliveries.saveDestination({
      id: 'prova',
      title: 'Prova',
      url: 'http://127.0.0.1:9',
      token: 'chiave',
    });
    expect(await refusalOf(client.deliveries.start({ batchId, destinationId: 'prova' }))).toBe('NOT_ALLOWED');
    expect(await client.deliveries.list({ batchId })).toEqual([]);
  });

  it('teaches the machine nothing, whatever state its documents come into', async () => {
    const { desk, staff } = await startOffice();
    const { documents } = await startPile(desk, staff.clerk);
    const [documentId = ''] = documents;
    await answerDocument(staff.clerk.client, documentId);
    const { store } = desk.station;
    expect(listVerifiedPages(store, await desk.station.forms.byKey())).toEqual([]);
    expect(earlierValues(store, form, asked)).toEqual([]);
    store.transact((transaction) => changeDocument(transaction, { id: documentId, to: 'approved', actor: 'machine' }));
    expect(approvedDocuments(store)).toEqual([]);
  });
});

describe('the score', () => {
  it('counts what is right and names what is not, and which traps were seen', async () => {
    const { desk, staff } = await startOffice();
    const { batchId, documents } = await startPile(desk, staff.clerk);
    const [first = '', second = ''] = documents;
    await answerDocument(staff.clerk.client, first);
    await answerDocument(staff.clerk.client, second, {
      '/richiedente/cognome': 'Rosso',
      '/richiedente/luogoNascita': 'Roma',
    });
    const score = await staff.clerk.client.practice.score({ batchId });
    expect(score).toMatchObject({ documents: 2, documentsFinished: 2, asked: 8, right: 6, traps: 4, trapsSeen: 3 });
    expect(score.mistakes).toEqual([
      {
        documentId: second,
        pointer: '/richiedente/cognome',
        outcome: 'wrong-keyed',
        trap: null,
        given: 'Rosso',
        expected: 'Rossi',
      },
      {
        documentId: second,
        pointer: '/richiedente/luogoNascita',
        outcome: 'guessed',
        trap: 'unreadable',
        given: 'Roma',
        expected: null,
      },
    ]);
    // Of each document: three values typed with Enter after them, one key for what cannot be read, and Enter at the end.
    const typed = ['Rossi', 'Ada', 'Permesso di costruire'].reduce((sum, { length }) => sum + length + 1, 0);
    expect(score.fewestKeys).toBe(2 * (typed + 1 + 1));
  });

  it('leaves out documents that are not finished', async () => {
    const { desk, staff } = await startOffice();
    const { batchId, documents } = await startPile(desk, staff.clerk);
    await answerDocument(staff.clerk.client, documents[0] ?? '');
    const score = await staff.clerk.client.practice.score({ batchId });
    expect(score).toMatchObject({ documents: 2, documentsFinished: 1, asked: 4, right: 4, mistakes: [] });
  });

  it('adds up keys and time of a document as they are reported', async () => {
    const { desk, staff } = await startOffice();
    const { batchId, documents } = await startPile(desk, staff.clerk);
    const [documentId = ''] = documents;
    await staff.clerk.client.practice.addEffort({ documentId, keys: 12, seconds: 20.5 });
    await staff.clerk.client.practice.addEffort({ documentId, keys: 3, seconds: 4 });
    expect(await staff.clerk.client.practice.score({ batchId })).toMatchObject({ keys: 15, seconds: 24.5 });
  });

  it('is nobody else’s business, and there is none of real work', async () => {
    const { desk, staff } = await startOffice();
    const { batchId, documents } = await startPile(desk, staff.clerk);
    const { client } = staff.supervisor;
    expect(await refusalOf(client.practice.score({ batchId }))).toBe('NOT_ALLOWED');
    const effort = { documentId: documents[0] ?? '', keys: 1, seconds: 1 };
    expect(await refusalOf(client.practice.addEffort(effort))).toBe('NOT_ALLOWED');
    const real = await readBatch(desk, staff.clerk.client, { 'a.png': { pages: ['read'] } });
    expect(await refusalOf(staff.clerk.client.practice.score({ batchId: real }))).toBe('NOT_ALLOWED');
  });
});

describe('discarding practice', () => {
  it('leaves no row of it, nothing changed elsewhere, and the audit log whole', async () => {
    const { desk, staff } = await startOffice();
    const real = await readBatch(desk, staff.clerk.client, { 'a.png': { pages: [{ form, page: 0 }] } });
    const before = await staff.clerk.client.batches.documents({ batchId: real });
    const { batchId, documents } = await startPile(desk, staff.clerk);
    const [documentId = ''] = documents;
    await answerDocument(staff.clerk.client, documentId);
    await staff.clerk.client.practice.addEffort({ documentId, keys: 1, seconds: 1 });
    const pages = await staff.clerk.client.batches.pages({ batchId });
    await staff.clerk.client.piles.toTray({ batchId, pageIds: [pages[1]?.id ?? ''] });
    await desk.station.idle(batchId);
    expect(rowsNaming(desk, batchId)).not.toEqual([]);
    await staff.clerk.client.practice.discard({ batchId });
    for (const id of [batchId, ...documents]) expect(rowsNaming(desk, id)).toEqual([]);
    expect(await staff.clerk.client.batches.documents({ batchId: real })).toEqual(before);
    expect(verifyAudit(desk.station.store)).toMatchObject({ faults: [] });
    const again = await startPile(desk, staff.clerk);
    expect(again.documents).toHaveLength(2);
  });

  it('is refused for real work, for another’s practice, and while pages are read', async () => {
    const { desk, staff } = await startOffice(300);
    const { id: batchId } = await staff.clerk.client.practice.start({ name: 'Esercitazione' });
    expect(await refusalOf(staff.clerk.client.practice.discard({ batchId }))).toBe('CONFLICT');
    await desk.station.idle(batchId);
    expect(await refusalOf(staff.supervisor.client.practice.discard({ batchId }))).toBe('NOT_ALLOWED');
    const real = await readBatch(desk, staff.clerk.client, { 'a.png': { pages: ['read'] } });
    expect(await refusalOf(staff.clerk.client.practice.discard({ batchId: real }))).toBe('NOT_ALLOWED');
  });
});
