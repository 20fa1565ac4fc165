import { describe, expect, it } from 'vitest';
import { verifyAudit } from '../../../station/audit/verify.ts';
import { deactivateAccount } from '../../../station/people/deactivation.ts';
import { signIn } from '../../../station/people/people.ts';
import { createSecrets } from '../../../station/people/secrets.ts';
import { createSignInGate } from '../../../station/people/sign-in-gate.ts';
import { arrangementOf } from '../../../station/store/arrangements.ts';
import { type Desk, refusalOf, secret, windowOf } from '../rpc/desk.ts';
import { startOffice } from '../rpc/office.ts';

function eventsOn(desk: Desk, subjectId: string) {
  const { store } = desk.station;
  const events = store.query.selectFrom('audit_events').select(['action', 'actor', 'detail']);
  return store.all(events.where('subjectId', '=', subjectId).orderBy('seq'));
}

describe('a deactivated account', () => {
  it('is signed out in every window at once, and may not sign in until it is activated again', async () => {
    const { desk, administrator, clerk } = await startOffice();
    const accountId = clerk.account.id;
    const second = desk.openWindow();
    await second.client.session.signIn({ accountId, secret });
    await second.client.session.lock();
    const seen: { readonly name: string | null; readonly putOut: boolean }[] = [];
    const watching = (async () => {
      for await (const { account, putOut } of await clerk.client.session.watch()) {
        seen.push({ name: account?.name ?? null, putOut });
        if (account === null) return;
      }
    })();
    await expect.poll(() => seen).toHaveLength(1);
    await administrator.client.session.deactivateAccount({ accountId });
    await watching;
    expect(seen).toEqual([
      { name: 'Carla Impiegata', putOut: false },
      { name: null, putOut: true },
    ]);
    expect(await refusalOf(clerk.client.batches.list())).toBe('NOT_SIGNED_IN');
    expect(await second.client.session.get()).toMatchObject({ account: null, locked: false });
    await expect(second.client.session.signIn({ accountId, secret })).rejects.toMatchObject({
      data: { message: { it: 'Questo utente è disattivato. Lo riattiva un amministratore.' } },
    });
    await administrator.client.session.activateAccount({ accountId });
    expect(await second.client.session.signIn({ accountId, secret })).toEqual(clerk.account);
    expect((await second.client.session.get()).putOut).toBe(false);
    expect(eventsOn(desk, accountId).slice(-5)).toMatchObject([
      { action: 'account.locked', actor: accountId },
      { action: 'account.deactivated', actor: administrator.account.id },
      { action: 'account.sign-in-refused', actor: accountId },
      { action: 'account.activated', actor: administrator.account.id },
      { action: 'account.signed-in', actor: accountId },
    ]);
  });

  it('does not enter with a secret that was being compared when it was deactivated', async () => {
    const { desk, administrator, clerk } = await startOffice();
    const { store, clock } = desk.station;
    const door = { secrets: createSecrets({ memoryKib: 8, passes: 1 }), gate: createSignInGate(clock) };
    const entering = signIn(store, door, { accountId: clerk.account.id, secret });
    deactivateAccount(store, administrator.account, clerk.account.id);
    await expect(entering).rejects.toMatchObject({ text: { en: expect.stringContaining('deactivated') } });
    expect(eventsOn(desk, clerk.account.id).at(-1)?.action).toBe('account.deactivated');
  });

  it('is offered at the door no more, and listed apart to those who are signed in', async () => {
    const { desk, administrator, clerk, colleague } = await startOffice();
    await administrator.client.session.deactivateAccount({ accountId: clerk.account.id });
    const atTheDoor = await desk.openWindow().client.session.get();
    expect(atTheDoor.accounts.map(({ name }) => name)).not.toContain('Carla Impiegata');
    expect(atTheDoor.deactivated).toEqual([]);
    expect((await colleague.client.session.get()).deactivated).toEqual([clerk.account]);
  });

  it('leaves the documents it had in hand and those it was given to all', async () => {
    const { desk, administrator, supervisor, clerk, colleague, batchId, documentId, otherId } = await startOffice();
    const accountId = clerk.account.id;
    await clerk.client.work.hold({ documentId });
    for (const id of [documentId, otherId]) await supervisor.client.work.assign({ documentId: id, accountId });
    const free = async () =>
      (await colleague.client.verification.queue({ batchId, task: 'verify' })).map(({ id }) => id);
    expect(await free()).toEqual([]);
    await administrator.client.session.deactivateAccount({ accountId });
    expect(await free()).toEqual([documentId, otherId]);
    expect(await colleague.client.work.hold({ documentId })).toEqual({ kind: 'held' });
    expect(eventsOn(desk, otherId).at(-1)).toEqual({
      ...{ action: 'document.assigned', actor: administrator.account.id },
      detail: '{"to":null}',
    });
    expect(await refusalOf(supervisor.client.work.assign({ documentId, accountId }))).toBe('NOT_ALLOWED');
  });

  it('stays in what was arranged about delivered documents, which nobody takes any more', async () => {
    const { desk, administrator, supervisor, clerk, documentId } = await startOffice();
    const { store } = desk.station;
    const accountId = clerk.account.id;
    await supervisor.client.work.assign({ documentId, accountId });
    store.transact(({ run, query }) =>
      run(query.updateTable('documents').set({ state: 'delivered' }).where('id', '=', documentId)),
    );
    await administrator.client.session.deactivateAccount({ accountId });
    expect(arrangementOf(store, documentId).assignedTo).toBe(accountId);
  });

  it('keeps its name on what it did, and keeps the name from others', async () => {
    const { desk, administrator, auditor, clerk, documentId } = await startOffice();
    const pointer = '/richiedente/cognome';
    await clerk.client.verification.decide({ documentId, pointer, verdict: { kind: 'key', value: 'ROSSI' } });
    await administrator.client.session.deactivateAccount({ accountId: clerk.account.id });
    const filter = { accountId: clerk.account.id, subjectId: null, from: null, to: null, before: null };
    const { events } = await auditor.client.audit.events(filter);
    expect(events.length).toBeGreaterThan(0);
    expect(new Set(events.map(({ actor }) => actor))).toEqual(new Set(['Carla Impiegata']));
    const wanted = { name: 'Carla Impiegata', role: 'clerk', secret, seesSpecialCategories: false } as const;
    expect(await refusalOf(administrator.client.session.createAccount(wanted))).toBe('CONFLICT');
    expect(verifyAudit(desk.station.store).faults).toEqual([]);
  });
});

describe('deactivating', () => {
  it('takes an administrator, and is nothing anybody does to themselves', async () => {
    const { administrator, supervisor, clerk } = await startOffice();
    const { deactivateAccount: deactivate } = administrator.client.session;
    expect(await refusalOf(supervisor.client.session.deactivateAccount({ accountId: clerk.account.id }))).toBe(
      'NOT_ALLOWED',
    );
    expect(await refusalOf(deactivate({ accountId: administrator.account.id }))).toBe('NOT_ALLOWED');
    expect((await administrator.client.session.get()).account).toEqual(administrator.account);
  });

  it('leaves the last active administrator alone, whoever asks', async () => {
    const { desk, administrator } = await startOffice();
    const second = await windowOf(desk, administrator.client, 'Alba Amministratrice', 'administrator');
    await second.client.session.deactivateAccount({ accountId: administrator.account.id });
    const { store } = desk.station;
    expect(() => deactivateAccount(store, administrator.account, second.account.id)).toThrow(
      expect.objectContaining({ code: 'CONFLICT' }),
    );
    expect((await second.client.session.get()).accounts.map(({ id }) => id)).toContain(second.account.id);
  });

  it('once more, or activating who is active, changes nothing and is no event', async () => {
    const { desk, administrator, clerk } = await startOffice();
    const { session } = administrator.client;
    const accountId = clerk.account.id;
    await session.activateAccount({ accountId });
    await session.deactivateAccount({ accountId });
    await session.deactivateAccount({ accountId });
    const actions = eventsOn(desk, accountId).map(({ action }) => action);
    expect(actions.filter((action) => /activated$/.test(action))).toEqual(['account.deactivated']);
  });
});
