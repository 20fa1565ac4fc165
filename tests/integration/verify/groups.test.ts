import { describe, expect, it } from 'vitest';
import { verifyAudit } from '../../../station/audit/verify.ts';
import { gaveWord } from '../../../station/store/verdicts.ts';
import { type Client, type Desk, readBatch, refusalOf, startDesk, startStaff } from '../rpc/desk.ts';

const form = 'accesso-atti@1.0.0';
const surname = '/richiedente/cognome';
const documents = 5;

/** A batch of forms on each of which the machine read the same surname unsurely, at the same place. */
async function startGroup() {
  const desk = await startDesk();
  const staff = await startStaff(desk);
  const sources = Array.from(
    { length: documents },
    (_, n) => [`${n}.png`, { pages: [{ form, page: 0 }], salt: String(n) }] as const,
  );
  const batchId = await readBatch(desk, staff.clerk.client, Object.fromEntries(sources));
  readUnsurely(desk, 'ROSSI');
  return { desk, ...staff, batchId };
}

function readUnsurely({ station: { store } }: Desk, value: string): void {
  store.transact((transaction) =>
    transaction.run(
      transaction.query
        .updateTable('fields')
        .set({
          value: JSON.stringify(value),
          raw: value,
          status: 'doubtful',
          reason: 'low-confidence',
          confidence: 0.6,
        })
        .set({ boxPx: JSON.stringify([10, 10, 60, 20]) })
        .where('pointer', '=', surname),
    ),
  );
}

/** Leaves nothing open on a document but the surname. */
async function decideTheRest(client: Client, documentId: string): Promise<void> {
  const { fields } = await client.verification.get({ documentId });
  for (const { pointer, open } of fields)
    if (open && pointer !== surname)
      await client.verification.decide({ documentId, pointer, verdict: { kind: 'unreadable' } });
}

function writeNote({ station: { store } }: Desk, documentId: string): void {
  store.transact((transaction) =>
    transaction.run(
      transaction.query.updateTable('documents').set({ note: 'Controllare la data.' }).where('id', '=', documentId),
    ),
  );
}

describe('grouped verification', () => {
  it('puts the same doubt of many documents together, with the place of each', async () => {
    const { clerk, batchId } = await startGroup();
    const [group, ...others] = await clerk.client.groups.list({ batchId });
    expect(others).toEqual([]);
    expect(group).toMatchObject({ value: 'ROSSI', character: null, title: { it: 'Cognome' } });
    expect(group?.members).toHaveLength(documents);
    expect(group?.members[0]).toMatchObject({ pointer: surname, boxPx: [10, 10, 60, 20], value: 'ROSSI' });
  });

  it('confirms all but those marked out, each with a word and an audit event of its own', async () => {
    const { desk, clerk, supervisor, batchId } = await startGroup();
    const [group] = await clerk.client.groups.list({ batchId });
    const [out, ...members] = group?.members ?? [];
    const before = await clerk.client.batches.documents({ batchId });
    const confirmed = await clerk.client.groups.confirm({
      batchId,
      members: members.map(({ documentId, pointer, value }) => ({ documentId, pointer, value })),
    });
    expect(confirmed).toEqual({ confirmed: documents - 1, finished: 0, left: [] });
    const after = await clerk.client.batches.documents({ batchId });
    for (const [position, { id, state, openFields }] of after.entries()) {
      const wasOut = id === out?.documentId;
      expect(state).toBe(wasOut ? 'read' : 'verifying');
      expect(openFields).toBe((before[position]?.openFields ?? 0) - (wasOut ? 0 : 1));
      const { fields } = await supervisor.client.verification.get({ documentId: id });
      const field = fields.find(({ pointer }) => pointer === surname);
      expect(field?.open).toBe(wasOut);
      expect(field?.verification?.verdict ?? null).toBe(wasOut ? null : 'confirm');
      expect(gaveWord(desk.station.store, id, clerk.account.id)).toBe(!wasOut);
    }
    const { store } = desk.station;
    const events = store.all(store.query.selectFrom('audit_events').selectAll().where('action', '=', 'field.decided'));
    expect(events).toHaveLength(documents - 1);
    expect(verifyAudit(store).faults).toEqual([]);
    expect(await clerk.client.groups.list({ batchId })).toEqual([]);
  });

  it('finishes the documents that ask for nothing else, but for those that were sent back', async () => {
    const { desk, clerk, batchId } = await startGroup();
    const [group] = await clerk.client.groups.list({ batchId });
    const members = (group?.members ?? []).map(({ documentId, pointer, value }) => ({ documentId, pointer, value }));
    const [sentBack] = members;
    if (sentBack === undefined) throw new Error('the group is empty');
    for (const { documentId } of members) await decideTheRest(clerk.client, documentId);
    writeNote(desk, sentBack.documentId);
    expect(await clerk.client.groups.confirm({ batchId, members })).toEqual({
      confirmed: documents,
      finished: documents - 1,
      left: [],
    });
    for (const { id, state } of await clerk.client.batches.documents({ batchId }))
      expect(state).toBe(id === sentBack.documentId ? 'verifying' : 'verified');
  });

  it('leaves a field open that has another value than the person saw, or a word by now', async () => {
    const { desk, clerk, supervisor, batchId } = await startGroup();
    const [group] = await clerk.client.groups.list({ batchId });
    const members = (group?.members ?? []).map(({ documentId, pointer, value }) => ({ documentId, pointer, value }));
    const [first] = members;
    if (first === undefined) throw new Error('the group is empty');
    const { documentId, pointer } = first;
    await supervisor.client.verification.decide({ documentId, pointer, verdict: { kind: 'key', value: 'BIANCHI' } });
    expect(await clerk.client.groups.confirm({ batchId, members })).toEqual({
      confirmed: documents - 1,
      finished: 0,
      left: [{ documentId, pointer: surname }],
    });
    readUnsurely(desk, 'ROSSINI');
    const again = await clerk.client.groups.confirm({ batchId, members });
    expect(again.confirmed).toBe(0);
  });

  it('never asks for what breaks a rule, nor for another batch', async () => {
    const { desk, clerk, batchId } = await startGroup();
    const [group] = await clerk.client.groups.list({ batchId });
    const { store } = desk.station;
    store.transact((transaction) =>
      transaction.run(
        transaction.query
          .updateTable('fields')
          .set({ reason: 'pattern', status: 'invalid' })
          .where('pointer', '=', surname),
      ),
    );
    expect(await clerk.client.groups.list({ batchId })).toEqual([]);
    const members = (group?.members ?? []).map(({ documentId, pointer, value }) => ({ documentId, pointer, value }));
    expect((await clerk.client.groups.confirm({ batchId, members })).confirmed).toBe(0);
    const other = crypto.randomUUID();
    expect(await refusalOf(clerk.client.groups.confirm({ batchId: other, members }))).toBe('NOT_FOUND');
  });
});
