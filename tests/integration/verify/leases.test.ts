import { describe, expect, it } from 'vitest';
import { createLeases } from '../../../station/verify/leases.ts';
import { refusalOf, secret } from '../rpc/desk.ts';
import { startOffice } from '../rpc/office.ts';

const pointer = '/richiedente/cognome';

const key = (documentId: string) => ({ documentId, pointer, verdict: { kind: 'key', value: 'ROSSI' } }) as const;

describe('a document', () => {
  it('is in the hands of one window: the second is told who has it, and its words are refused', async () => {
    const { clerk, colleague, documentId, otherId, batchId } = await startOffice();
    expect(await clerk.client.work.hold({ documentId })).toEqual({ kind: 'held' });
    expect(await colleague.client.work.hold({ documentId })).toEqual({
      kind: 'taken',
      by: 'Carla Impiegata',
      away: false,
    });
    await expect(colleague.client.verification.decide(key(documentId))).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { message: { it: expect.stringContaining('Carla Impiegata') } },
    });
    const queue = await colleague.client.verification.queue({ batchId, task: 'verify' });
    expect(queue.map(({ id }) => id)).toEqual([otherId]);
    await clerk.client.work.release({ documentId });
    expect(await colleague.client.work.hold({ documentId })).toEqual({ kind: 'held' });
  });

  it('is not in two windows of the same person either', async () => {
    const { desk, clerk, documentId } = await startOffice();
    const { client } = desk.openWindow();
    await client.session.signIn({ accountId: clerk.account.id, secret });
    await clerk.client.verification.decide(key(documentId));
    expect(await refusalOf(client.verification.decide(key(documentId)))).toBe('CONFLICT');
  });

  it('is free again when its window closes, its person leaves, or its work ends', async () => {
    const { desk, clerk, colleague, documentId, otherId } = await startOffice();
    const window = desk.openWindow();
    await window.client.session.signIn({ accountId: clerk.account.id, secret });
    await window.client.work.hold({ documentId });
    window.close();
    expect((await colleague.client.work.hold({ documentId })).kind).toBe('held');
    await clerk.client.work.hold({ documentId: otherId });
    await clerk.client.session.signOut();
    expect((await colleague.client.work.hold({ documentId: otherId })).kind).toBe('held');
  });
});

describe('taking over', () => {
  it('takes a supervisor while a colleague is at work, and nobody in particular when they are away', async () => {
    const { clerk, colleague, supervisor, documentId } = await startOffice();
    await clerk.client.work.hold({ documentId });
    expect(await refusalOf(colleague.client.work.takeOver({ documentId }))).toBe('CONFLICT');
    await supervisor.client.work.takeOver({ documentId });
    expect(await refusalOf(clerk.client.verification.decide(key(documentId)))).toBe('CONFLICT');
    await supervisor.client.session.lock();
    expect(await colleague.client.work.hold({ documentId })).toMatchObject({ kind: 'taken', away: true });
    await colleague.client.work.takeOver({ documentId });
    await colleague.client.verification.decide(key(documentId));
  });

  it('gives a document that was assigned to an absent colleague to who takes it, and the log says so', async () => {
    const { desk, clerk, colleague, supervisor, documentId, otherId, batchId } = await startOffice();
    const { id: accountId } = clerk.account;
    await supervisor.client.work.assign({ documentId, accountId });
    const offered = async () =>
      (await colleague.client.verification.queue({ batchId, task: 'verify' })).map(({ id }) => id);
    expect(await offered()).toEqual([otherId]);
    await colleague.client.work.takeOver({ documentId });
    expect(await offered()).toEqual([documentId, otherId]);
    const { store } = desk.station;
    const event = store.query
      .selectFrom('audit_events')
      .select(['actor', 'detail'])
      .where('action', '=', 'document.taken-over');
    expect(store.first(event)).toEqual({ actor: colleague.account.id, detail: JSON.stringify({ from: accountId }) });
  });
});

describe('the queue', () => {
  it('brings the urgent first, leaves the postponed out until their day, and tells why', async () => {
    const { clerk, supervisor, documentId, otherId, batchId } = await startOffice();
    await supervisor.client.work.setUrgent({ documentId: otherId, urgent: true });
    const offered = async () =>
      (await clerk.client.verification.queue({ batchId, task: 'verify' })).map(({ id }) => id);
    expect(await offered()).toEqual([otherId, documentId]);
    const past = { documentId, until: '2001-01-01T00:00:00.000Z', reason: 'Manca un foglio.' };
    expect(await refusalOf(clerk.client.work.postpone(past))).toBe('INVALID_INPUT');
    await clerk.client.work.postpone({ ...past, until: '2999-01-01T00:00:00.000Z' });
    expect(await offered()).toEqual([otherId]);
    const waiting = await clerk.client.work.queue({ task: 'verify', batchId: null });
    expect(waiting.map(({ document, urgent, postponed }) => [document.id, urgent, postponed?.reason ?? null])).toEqual([
      [otherId, true, null],
      [documentId, false, 'Manca un foglio.'],
    ]);
    await clerk.client.work.resume({ documentId });
    expect(await offered()).toEqual([otherId, documentId]);
    const logged = JSON.stringify(await clerk.client.work.queue({ task: 'verify', batchId }));
    expect(logged).toContain('Lotto di prova');
  });
});

it('a lease lapses a minute after its window last asked, but not while that window is locked', () => {
  let nowMs = 0;
  const leases = createLeases(() => new Date(nowMs));
  const account = { id: '1', name: 'Carla', role: 'clerk', seesSpecialCategories: false } as const;
  const window = { account, locked: false };
  const other = { account: { ...account, id: '2' }, locked: false };
  leases.hold(window, 'a');
  window.locked = true;
  nowMs = 3_600_000;
  expect(leases.hold(other, 'a')).toMatchObject({ away: true, own: false });
  window.locked = false;
  expect(leases.hold(other, 'a')).toBeNull();
});
