import { describe, expect, it } from 'vitest';
import type { FormPackage, Policy } from '../../../ocr/model/form.ts';
import { type Client, type Desk, readBatch, refusalOf, startDesk, startStaff, windowOf } from '../rpc/desk.ts';

const form = 'accesso-atti@1.0.0';
const surname = '/richiedente/cognome';
const givenName = '/richiedente/nome';

function withPolicies(original: FormPackage, policies: Readonly<Record<string, Policy>>): FormPackage {
  const layouts = original.layouts.map((layout) => ({
    ...layout,
    pages: layout.pages.map((page) => ({
      ...page,
      zones: page.zones.map((zone) => ({ ...zone, ...(policies[zone.field] && { policy: policies[zone.field] }) })),
    })),
  }));
  return { ...original, layouts };
}

/** One form whose surname is keyed twice and whose given name is keyed once, and three clerks. */
async function startOffice() {
  const desk = await startDesk();
  const forms = await desk.station.forms.byKey();
  const original = forms.get(form);
  if (original === undefined) throw new Error('the form is not there');
  const policies = { [surname]: 'double-key', [givenName]: 'key' } as const;
  const changed = new Map([...forms, [form, withPolicies(original, policies)]]);
  Object.assign(desk.station.forms, { byKey: () => Promise.resolve(changed) });
  const staff = await startStaff(desk);
  const second = await windowOf(desk, staff.administrator.client, 'Dino Secondo', 'clerk');
  const third = await windowOf(desk, staff.administrator.client, 'Elsa Terza', 'clerk');
  const batchId = await readBatch(desk, staff.clerk.client, { 'a.png': { pages: [{ form, page: 0 }] } });
  const [document] = await staff.clerk.client.batches.documents({ batchId });
  const documentId = document?.id ?? '';
  pretendRead(desk, documentId, surname, 'LETTO-DALLA-MACCHINA');
  return { desk, ...staff, second, third, batchId, documentId };
}

/** The machine reads a value, sure of it. */
function pretendRead({ station }: Desk, documentId: string, pointer: string, value: string): void {
  station.store.transact((transaction) =>
    transaction.run(
      transaction.query
        .updateTable('fields')
        .set({ value: JSON.stringify(value), raw: value, status: 'accepted', reason: null, candidates: '["ALTRO"]' })
        .where('documentId', '=', documentId)
        .where('pointer', '=', pointer),
    ),
  );
}

async function fieldOf(client: Client, documentId: string, pointer = surname) {
  const { fields } = await client.verification.get({ documentId });
  const field = fields.find((one) => one.pointer === pointer);
  if (field === undefined) throw new Error(`no field ${pointer}`);
  return field;
}

const key = (client: Client, documentId: string, value: string, pointer = surname) =>
  client.verification.decide({ documentId, pointer, verdict: { kind: 'key', value } });

/** Gives a word on everything but the surname, so that only it is left. */
async function settleOthers(client: Client, documentId: string): Promise<void> {
  const { fields } = await client.verification.get({ documentId });
  for (const { pointer, open } of fields) {
    if (!open || pointer === surname) continue;
    await client.verification.decide({ documentId, pointer, verdict: { kind: 'unreadable' } });
  }
}

describe('a field that is keyed from the picture', () => {
  it('does not show what the machine read, and cannot be confirmed', async () => {
    const { desk, clerk, documentId } = await startOffice();
    pretendRead(desk, documentId, givenName, 'MARIO');
    const field = await fieldOf(clerk.client, documentId, givenName);
    expect(field).toMatchObject({
      value: null,
      raw: '',
      candidates: [],
      open: true,
      reason: { code: 'key-from-image' },
    });
    const confirm = { documentId, pointer: givenName, verdict: { kind: 'confirm' } } as const;
    expect(await refusalOf(clerk.client.verification.decide(confirm))).toBe('INVALID_INPUT');
    await key(clerk.client, documentId, 'MARIA', givenName);
    expect(await fieldOf(clerk.client, documentId, givenName)).toMatchObject({ value: 'MARIA', open: false });
  });
});

describe('a field that two people key', () => {
  it('is settled when the second, who sees nothing of the first, keys the same after normalising', async () => {
    const { clerk, second, batchId, documentId } = await startOffice();
    await settleOthers(clerk.client, documentId);
    expect(await refusalOf(clerk.client.verification.finish({ documentId }))).toBe('CONFLICT');
    await key(clerk.client, documentId, 'Rossi');
    expect(await fieldOf(clerk.client, documentId)).toMatchObject({
      open: false,
      reason: { code: 'waits-for-others' },
    });
    const passed = await clerk.client.verification.finish({ documentId });
    expect(passed.state).toBe('verifying');
    expect(await clerk.client.verification.queue({ batchId, task: 'verify' })).toEqual([]);

    const [offered] = await second.client.verification.queue({ batchId, task: 'verify' });
    expect(offered?.id).toBe(documentId);
    const seen = await fieldOf(second.client, documentId);
    expect(seen).toMatchObject({ value: null, raw: '', candidates: [], verification: null, open: true });
    await key(second.client, documentId, ' rossi ');
    expect(await fieldOf(second.client, documentId)).toMatchObject({ open: false, status: 'accepted' });
    expect((await second.client.verification.finish({ documentId })).state).toBe('verified');
  });

  it('goes to a third person when the two differ, who alone sees both and decides; none of them approves', async () => {
    const { clerk, second, third, supervisor, administrator, documentId } = await startOffice();
    await settleOthers(clerk.client, documentId);
    await key(clerk.client, documentId, 'ROSSI');
    await clerk.client.verification.finish({ documentId });
    await key(second.client, documentId, 'RUSSO');
    await second.client.work.release({ documentId });
    expect(await refusalOf(key(clerk.client, documentId, 'RUSSO'))).toBe('NOT_ALLOWED');
    await clerk.client.work.release({ documentId });
    expect((await fieldOf(clerk.client, documentId)).candidates).toEqual([]);
    const seen = await fieldOf(third.client, documentId);
    expect(seen).toMatchObject({ value: null, open: true, reason: { code: 'keyings-differ' } });
    expect(seen.candidates.map((one) => one.toUpperCase())).toEqual(['ROSSI', 'RUSSO']);
    await key(third.client, documentId, 'RUSSO');
    expect((await third.client.verification.finish({ documentId })).state).toBe('verified');
    expect((await supervisor.client.verification.approve({ documentId })).state).toBe('approved');
    expect(await refusalOf(administrator.client.verification.approve({ documentId }))).toBe('CONFLICT');
  });

  it('is not approved by one of the two who keyed it', async () => {
    const { clerk, supervisor, administrator, documentId } = await startOffice();
    await settleOthers(clerk.client, documentId);
    await key(clerk.client, documentId, 'ROSSI');
    await clerk.client.verification.finish({ documentId });
    await key(supervisor.client, documentId, 'ROSSI');
    await supervisor.client.verification.finish({ documentId });
    expect(await refusalOf(supervisor.client.verification.approve({ documentId }))).toBe('NOT_ALLOWED');
    expect((await administrator.client.verification.approve({ documentId })).state).toBe('approved');
  });
});
