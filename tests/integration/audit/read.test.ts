import { describe, expect, it } from 'vitest';
import type { AuditFilter } from '../../../contract/audit.ts';
import { appendEvent } from '../../../station/audit/chain.ts';
import { readAudit } from '../../../station/audit/read.ts';
import { openStore } from '../../../station/store/store.ts';
import { readBatch, startDesk, startStaff } from '../rpc/desk.ts';
import { temporaryFolder } from '../station/support/test-station.ts';

const everything: AuditFilter = { accountId: null, subjectId: null, from: null, to: null, before: null };
const form = 'accesso-atti@1.0.0';

describe('the audit log, as an auditor reads it,', () => {
  it('calls people, things, fields and reasons by their names, newest first', async () => {
    const desk = await startDesk();
    const { administrator, clerk, auditor } = await startStaff(desk);
    const batchId = await readBatch(desk, clerk.client, {
      'a.png': { pages: [{ form, page: 0 }] },
      'b.png': { pages: [], refuse: 'damaged-file' },
    });
    const [document] = await clerk.client.batches.documents({ batchId });
    const documentId = document?.id ?? '';
    const pointer = '/richiedente/cognome';
    await clerk.client.verification.decide({ documentId, pointer, verdict: { kind: 'key', value: 'Rossi' } });

    const { events } = await auditor.client.audit.events(everything);
    const seqs = events.map(({ seq }) => seq);
    expect(seqs).toEqual(seqs.toSorted((a, b) => b - a));
    const eventOf = (action: string) => events.find((event) => event.action === action);
    expect(eventOf('field.decided')).toMatchObject({
      actor: 'Carla Impiegata',
      thing: { name: null, number: 1, batch: 'Lotto di prova' },
      field: { it: 'Cognome', en: 'Surname' },
    });
    expect(eventOf('source.refused')).toMatchObject({
      actor: 'station',
      thing: { name: expect.stringMatching(/b\.png$/), number: null, batch: 'Lotto di prova' },
      reason: { it: expect.stringContaining('danneggiato'), en: expect.stringContaining('damaged') },
    });
    expect(eventOf('page.read')?.thing).toMatchObject({ name: expect.stringMatching(/a\.png$/), number: 1 });
    expect(eventOf('batch.created')?.thing).toEqual({ name: 'Lotto di prova', number: null, batch: null });
    const created = events.filter(({ action }) => action === 'account.created');
    expect(created.map(({ thing }) => thing?.name)).toContain(administrator.account.name);
    expect(JSON.stringify(events)).not.toContain('Rossi');

    const ofDocument = await auditor.client.audit.events({ ...everything, subjectId: documentId });
    expect(new Set(ofDocument.events.map(({ subjectId }) => subjectId))).toEqual(new Set([documentId]));
  });

  it('goes on telling what happened to a thing that is not here any more', async () => {
    const store = await openStore(await temporaryFolder(), { clock: () => new Date() });
    const subject = { subjectKind: 'document', subjectId: 'dissolved' } as const;
    store.transact((transaction) =>
      appendEvent(transaction, { actor: 'station', action: 'document.dissolved', ...subject }),
    );
    const { events } = readAudit(store, new Map(), everything);
    expect(events).toMatchObject([{ action: 'document.dissolved', thing: null, field: null, reason: null }]);
    store.close();
  });
});
