import { describe, expect, it } from 'vitest';
import { oversee } from '../../../station/oversight/oversee.ts';
import { insertCheck } from '../../../station/store/checks.ts';
import { findSheets } from '../../../station/store/overview-days.ts';
import { type Client, type Desk, readBatch, refusalOf, startDesk, startStaff } from '../rpc/desk.ts';

const form = 'accesso-atti@1.0.0';
const surname = '/richiedente/cognome';

/** Two forms of one batch; on both the machine is sure of the surname, and on the first it is asked all the same. */
async function startOffice() {
  const desk = await startDesk();
  const staff = await startStaff(desk);
  const batchId = await readBatch(desk, staff.clerk.client, {
    'a.png': { pages: [{ form, page: 0 }], salt: 'a' },
    'b.png': { pages: [{ form, page: 0 }], salt: 'b' },
  });
  const [first] = await staff.clerk.client.batches.documents({ batchId });
  const documentId = first?.id ?? '';
  desk.station.store.transact((transaction) => {
    transaction.run(
      transaction.query
        .updateTable('fields')
        .set({ value: '"ROSSI"', raw: 'ROSSI', confidence: 0.9995, status: 'accepted', reason: null })
        .where('pointer', '=', surname),
    );
    transaction.run(transaction.query.deleteFrom('field_checks'));
    insertCheck(transaction, { documentId, pointer: surname, cause: 'sample', kind: 'surname' });
  });
  return { desk, ...staff, batchId, documentId };
}

/** Keys another surname, says of every other open field that it cannot be read, and ends the document. */
async function finish(client: Client, documentId: string): Promise<void> {
  await client.verification.decide({ documentId, pointer: surname, verdict: { kind: 'key', value: 'RUSSO' } });
  const { fields } = await client.verification.get({ documentId });
  for (const { pointer, open } of fields) {
    if (open) await client.verification.decide({ documentId, pointer, verdict: { kind: 'unreadable' } });
  }
  await client.verification.finish({ documentId });
  await client.work.recordEffort({ documentId, keystrokes: 12, activeMs: 8_000, fieldsAsked: 3 });
}

function makePractice({ station }: Desk, batchId: string): void {
  station.store.transact((transaction) =>
    transaction.run(transaction.query.updateTable('batches').set({ practice: 1 }).where('id', '=', batchId)),
  );
}

describe('the overview of the work', () => {
  it('is for supervisors, administrators and auditors', async () => {
    const { clerk, supervisor, administrator, auditor } = await startOffice();
    expect(await refusalOf(clerk.client.oversight.get())).toBe('NOT_ALLOWED');
    for (const { client } of [supervisor, administrator, auditor])
      expect(await refusalOf(client.oversight.get())).toBeNull();
  });

  it('tells what waits and where, and since when', async () => {
    const { supervisor, batchId } = await startOffice();
    const { waiting, finished, effort, thresholds } = await supervisor.client.oversight.get();
    expect(waiting).toMatchObject([
      { batchId, batchName: 'Lotto di prova', state: 'read', documents: 2, form: { key: form } },
    ]);
    expect(Date.parse(waiting[0]?.oldest ?? '')).toBeLessThanOrEqual(Date.now());
    expect(finished).toHaveLength(168);
    expect(finished.every(({ documents }) => documents === 0)).toBe(true);
    expect(effort).toBeNull();
    expect(thresholds).toEqual([]);
  });

  it('counts what was finished, what it cost, and the error that a sample found', async () => {
    const { clerk, supervisor, documentId } = await startOffice();
    await finish(clerk.client, documentId);
    const oversight = await supervisor.client.oversight.get();
    expect(oversight.finished.at(-1)?.documents).toBe(1);
    expect(oversight.effort).toEqual({ documents: 1, fieldsAsked: 3, keystrokes: 12, seconds: 8 });
    expect(oversight.effortByForm).toMatchObject([{ form: { key: form }, keystrokes: 12 }]);
    expect(oversight.sampledByKind).toMatchObject([{ form: { key: form }, kind: 'surname', samples: 1, wrong: 1 }]);
    expect(oversight.sampledByWeek.at(-1)).toMatchObject({ samples: 1, wrong: 1, high: 1 });
    expect(oversight.fields.find(({ pointer }) => pointer === surname)).toMatchObject({ checked: 1, slipped: 1 });
    expect(oversight.thresholds.at(-1)).toMatchObject({ threshold: 1, errorsPerThousand: 0 });
    expect(oversight.thresholds[0]?.errorsPerThousand).toBeGreaterThan(0);
  });

  it('counts a doubt that was confirmed unchanged as needless', async () => {
    const { desk, clerk, supervisor, documentId } = await startOffice();
    desk.station.store.transact((transaction) =>
      transaction.run(
        transaction.query
          .updateTable('fields')
          .set({ status: 'doubtful', reason: 'low-confidence', confidence: 0.9 })
          .where('pointer', '=', surname),
      ),
    );
    await clerk.client.verification.decide({ documentId, pointer: surname, verdict: { kind: 'confirm' } });
    const { fields } = await clerk.client.verification.get({ documentId });
    for (const { pointer, open } of fields) {
      if (open) await clerk.client.verification.decide({ documentId, pointer, verdict: { kind: 'unreadable' } });
    }
    await clerk.client.verification.finish({ documentId });
    const oversight = await supervisor.client.oversight.get();
    expect(oversight.fields.find(({ pointer }) => pointer === surname)).toMatchObject({ asked: 1, needless: 1 });
  });

  it('puts a day that is over down once, and forgets it when a document of it goes back', async () => {
    const { desk, clerk, supervisor, documentId } = await startOffice();
    await finish(clerk.client, documentId);
    const { store } = desk.station;
    const tomorrow = new Date(Date.now() + 86_400_000);
    const forms = await desk.station.forms.byKey();
    const today = oversee(store, forms, new Date());
    expect(findSheets(store, '').size).toBe(90);
    const later = oversee(store, forms, tomorrow);
    expect(findSheets(store, '').size).toBe(91);
    for (const one of ['effort', 'effortByForm', 'fields', 'thresholds'] as const)
      expect(later[one]).toEqual(today[one]);
    await supervisor.client.verification.sendBack({ documentId, reason: 'Manca una pagina.' });
    expect(findSheets(store, '').size).toBe(90);
    expect(oversee(store, forms, tomorrow)).toMatchObject({ effort: null, fields: [], thresholds: [] });
  });

  it('lets supervisors choose from which probability on fields are accepted', async () => {
    const { clerk, supervisor, auditor } = await startOffice();
    expect((await supervisor.client.oversight.get()).threshold).toBeNull();
    expect(await refusalOf(clerk.client.oversight.chooseThreshold({ threshold: 0.9 }))).toBe('NOT_ALLOWED');
    await supervisor.client.oversight.chooseThreshold({ threshold: 0.9 });
    expect((await supervisor.client.oversight.get()).threshold).toBe(0.9);
    await supervisor.client.oversight.chooseThreshold({ threshold: null });
    expect((await supervisor.client.oversight.get()).threshold).toBeNull();
    const { events } = await auditor.client.audit.events({
      ...{ accountId: null, subjectId: 'threshold', from: null, to: null, before: null },
    });
    expect(events.filter(({ action }) => action === 'threshold.chosen')).toHaveLength(2);
  });

  it('holds nobody’s name and nothing of what a record says', async () => {
    const { clerk, supervisor, documentId } = await startOffice();
    await finish(clerk.client, documentId);
    const said = JSON.stringify(await supervisor.client.oversight.get());
    for (const { account } of [clerk, supervisor]) {
      expect(said).not.toContain(account.name);
      expect(said).not.toContain(account.id);
    }
    for (const content of ['ROSSI', 'RUSSO']) expect(said).not.toContain(content);
  });

  it('leaves practice out', async () => {
    const { desk, clerk, supervisor, batchId, documentId } = await startOffice();
    await finish(clerk.client, documentId);
    makePractice(desk, batchId);
    const oversight = await supervisor.client.oversight.get();
    expect(oversight.finished.every(({ documents }) => documents === 0)).toBe(true);
    expect(oversight).toMatchObject({
      ...{ waiting: [], effort: null, effortByForm: [], sampledByKind: [], fields: [], thresholds: [] },
    });
  });
});
