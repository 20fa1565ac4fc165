import { describe, expect, it } from 'vitest';
import { countSamples, insertCheck, listReturnedKinds } from '../../../station/store/checks.ts';
import { machineFields } from '../../../station/store/documents.ts';
import { drawChecks } from '../../../station/verify/sampling/draw.ts';
import { planOfBatch, planOfField } from '../../../station/verify/sampling/plan.ts';
import { type Client, type Desk, readBatch, refusalOf, startDesk, startStaff } from '../rpc/desk.ts';

const form = 'accesso-atti@1.0.0';
const surname = '/richiedente/cognome';

/** Two forms on which the machine is sure of the surname, and an office. */
async function startOffice() {
  const desk = await startDesk();
  const staff = await startStaff(desk);
  const batchId = await readBatch(desk, staff.clerk.client, {
    'a.png': { pages: [{ form, page: 0 }], salt: 'a' },
    'b.png': { pages: [{ form, page: 0 }], salt: 'b' },
  });
  desk.station.store.transact((transaction) =>
    transaction.run(
      transaction.query
        .updateTable('fields')
        .set({ value: '"ROSSI"', raw: 'ROSSI', confidence: 0.9995, status: 'accepted', reason: null })
        .where('pointer', '=', surname),
    ),
  );
  const [first, second] = await staff.clerk.client.batches.documents({ batchId });
  return { desk, ...staff, batchId, documentId: first?.id ?? '', otherId: second?.id ?? '' };
}

const sample = ({ station }: Desk, documentId: string) =>
  station.store.transact((transaction) =>
    insertCheck(transaction, { documentId, pointer: surname, cause: 'sample', kind: 'surname' }),
  );

async function finishBlindly(client: Client, documentId: string): Promise<void> {
  const { fields } = await client.verification.get({ documentId });
  for (const { pointer, open } of fields) {
    if (open) await client.verification.decide({ documentId, pointer, verdict: { kind: 'unreadable' } });
  }
  await client.verification.finish({ documentId });
}

const fieldOf = async (client: Client, documentId: string) =>
  (await client.verification.get({ documentId })).fields.find(({ pointer }) => pointer === surname);

describe('sampling', () => {
  it('draws accepted fields at the rate of the plan, the same ones again under the same seed', async () => {
    const { desk, batchId, documentId } = await startOffice();
    const { store } = desk.station;
    const forms = await desk.station.forms.byKey();
    const original = forms.get(form);
    if (original === undefined) throw new Error('the form is not there');
    const [field] = [...machineFields(store, documentId).values()];
    if (field === undefined) throw new Error('no fields');
    const fields = Object.fromEntries(
      Array.from({ length: 4000 }, (_, index) => [
        `/campo${index}`,
        { ...field, status: 'accepted' as const, value: 'x' },
      ]),
    );
    const draw = (sampleRate: number) =>
      store.transact((transaction) => {
        const { query } = transaction;
        transaction.run(
          query.updateTable('batch_plans').set({ sampleRate, seed: 'seme' }).where('batchId', '=', batchId),
        );
        transaction.run(query.deleteFrom('field_checks'));
        return [...drawChecks(transaction, { batchId, documentId, form: original, fields })];
      });
    const drawn = draw(0.1);
    expect(drawn.length / 4000).toBeGreaterThan(0.08);
    expect(drawn.length / 4000).toBeLessThan(0.12);
    expect(draw(0.1)).toEqual(drawn);
    expect(draw(0)).toEqual([]);
    expect(draw(1)).toHaveLength(4000);
  });

  it('asks a sample like any doubt, and counts what people say of it, also after they take it back', async () => {
    const { desk, clerk, batchId, documentId } = await startOffice();
    sample(desk, documentId);
    expect(await fieldOf(clerk.client, documentId)).toMatchObject({
      value: 'ROSSI',
      open: true,
      status: 'doubtful',
      reason: { code: 'low-confidence' },
    });
    const counted = () => countSamples(desk.station.store, batchId, 'surname');
    const address = { documentId, pointer: surname };
    await clerk.client.verification.decide({ ...address, verdict: { kind: 'confirm' } });
    expect(counted()).toEqual({ samples: 1, wrong: 0 });
    await clerk.client.verification.undo(address);
    expect(counted()).toEqual({ samples: 0, wrong: 0 });
    expect((await fieldOf(clerk.client, documentId))?.open).toBe(true);
  });

  it('sends a batch back by itself when samples are wrong over the limit, approved documents too, and says so', async () => {
    const { desk, clerk, supervisor, batchId, documentId, otherId } = await startOffice();
    await finishBlindly(clerk.client, otherId);
    await supervisor.client.verification.approve({ documentId: otherId });
    expect((await fieldOf(clerk.client, otherId))?.open).toBe(false);
    sample(desk, documentId);
    await clerk.client.verification.decide({ documentId, pointer: surname, verdict: { kind: 'key', value: 'RUSSO' } });
    const back = await clerk.client.verification.get({ documentId: otherId });
    expect(back).toMatchObject({ state: 'verifying', openFields: 1, cause: { code: 'errors-over-limit' } });
    expect((await fieldOf(clerk.client, otherId))?.open).toBe(true);
    const { store } = desk.station;
    expect(listReturnedKinds(store, batchId)).toMatchObject([{ kind: 'surname', samples: 1, wrong: 1, fields: 1 }]);
    const event = store.query
      .selectFrom('audit_events')
      .select(['actor', 'detail'])
      .where('action', '=', 'batch.returned');
    expect(store.first(event)).toEqual({
      actor: 'station',
      detail: JSON.stringify({ kind: 'surname', samples: 1, wrong: 1, fields: 1 }),
    });
  });

  it('is set by supervisors for a profile, a form or a field, and holds for the next batch', async () => {
    const { desk, clerk, supervisor, auditor, batchId } = await startOffice();
    const { choose, get } = supervisor.client.sampling;
    const all = { sampleRate: 1, errorLimit: 0.2 };
    const none = { sampleRate: 0, errorLimit: 0.5 };
    expect(await refusalOf(clerk.client.sampling.get())).toBe('NOT_ALLOWED');
    const general = { kind: 'profile', profileId: 'general' } as const;
    expect(await refusalOf(auditor.client.sampling.choose({ scope: general, plan: all }))).toBe('NOT_ALLOWED');
    expect(await refusalOf(choose({ scope: { kind: 'profile', profileId: 'nessuno' }, plan: all }))).toBe('NOT_FOUND');
    const nowhere = { kind: 'field', formKey: form, pointer: '/nessuno' } as const;
    expect(await refusalOf(choose({ scope: nowhere, plan: all }))).toBe('NOT_FOUND');

    await choose({ scope: general, plan: none });
    await choose({ scope: { kind: 'form', formKey: form }, plan: none });
    await choose({ scope: { kind: 'field', formKey: form, pointer: surname }, plan: all });
    await choose({ scope: { kind: 'form', formKey: form }, plan: null });
    expect((await get()).rules).toEqual([
      { scope: general, plan: none },
      { scope: { kind: 'field', formKey: form, pointer: surname }, plan: all },
    ]);

    const planned = (id: string) => desk.station.store.transact((transaction) => planOfBatch(transaction, id));
    expect(planned(batchId)).toMatchObject({ sampleRate: 0.005, rules: [] });
    const next = await readBatch(desk, clerk.client, { 'c.png': { pages: [{ form, page: 0 }], salt: 'c' } });
    const plan = planned(next);
    expect(planOfField(plan, form, '/richiedente/nome')).toMatchObject(none);
    expect(planOfField(plan, form, surname)).toMatchObject(all);
    // What is chosen later leaves a batch that has begun alone.
    await choose({ scope: general, plan: all });
    expect(planned(next)).toEqual(plan);
  });
});
