import { describe, expect, it } from 'vitest';
import { type Client, readBatch, refusalOf, secret, startDesk, startStaff, windowOf } from '../rpc/desk.ts';

const actions = async (desk: Awaited<ReturnType<typeof startDesk>>, accountId: string) => {
  const { store } = desk.station;
  const events = store.query.selectFrom('audit_events').select('action').where('subjectId', '=', accountId);
  return store.all(events.orderBy('seq')).map(({ action }) => action);
};

const isLocked = async (client: Client) => (await client.session.get()).locked;

describe('a locked window', () => {
  it('answers nothing but its own unlocking, and is as before once its person is back', async () => {
    const desk = await startDesk();
    const { client, account } = await windowOf(desk, null, 'Ada', 'administrator');
    await client.session.lock();
    expect(await client.session.get()).toMatchObject({ account: { name: 'Ada' }, locked: true });
    expect(await refusalOf(client.batches.list())).toBe('LOCKED');
    const wanted = { name: 'Ugo', role: 'clerk', secret, seesSpecialCategories: false } as const;
    expect(await refusalOf(client.session.createAccount(wanted))).toBe('LOCKED');
    expect(await refusalOf(client.session.unlock({ secret: 'sbagliata' }))).toBe('NOT_ALLOWED');
    expect(await isLocked(client)).toBe(true);
    await client.session.unlock({ secret });
    expect(await client.batches.list()).toEqual([]);
    expect((await actions(desk, account.id)).slice(-3)).toEqual([
      'account.locked',
      'account.unlock-refused',
      'account.unlocked',
    ]);
  });

  it('ends what it was following, so that nothing is shown behind the cover', async () => {
    const desk = await startDesk();
    const { client } = await windowOf(desk, null, 'Ada', 'administrator');
    const batchId = await readBatch(desk, client, { 'a.png': { pages: ['read'] } });
    const values: unknown[] = [];
    for await (const value of await client.batches.watch({ batchId })) {
      values.push(value);
      await client.session.lock();
    }
    expect(values).toHaveLength(1);
  });

  it('counts wrong secrets as signing in does', async () => {
    const desk = await startDesk();
    const { client } = await windowOf(desk, null, 'Ada', 'administrator');
    await client.session.lock();
    for (let time = 0; time < 5; time += 1) await refusalOf(client.session.unlock({ secret: 'sbagliata' }));
    await expect(client.session.unlock({ secret })).rejects.toMatchObject({ data: { retryable: true } });
    expect(await isLocked(client)).toBe(true);
  });

  it('may be taken by somebody else, who signs in', async () => {
    const desk = await startDesk();
    const { administrator, clerk } = await startStaff(desk);
    await administrator.client.session.lock();
    await administrator.client.session.signIn({ accountId: clerk.account.id, secret });
    expect(await administrator.client.session.get()).toMatchObject({ account: clerk.account, locked: false });
  });
});

describe('an idle window', () => {
  it('locks by itself, and tells who follows the session', async () => {
    const desk = await startDesk({ idleLockMs: 300 });
    const { client, account } = await windowOf(desk, null, 'Ada', 'administrator');
    const seen: boolean[] = [];
    for await (const { locked } of await client.session.watch()) {
      seen.push(locked);
      if (locked) break;
    }
    expect(seen).toEqual([false, true]);
    expect((await actions(desk, account.id)).at(-1)).toBe('account.locked');
  });

  it('stays open while somebody is at the keyboard', async () => {
    const desk = await startDesk({ idleLockMs: 400 });
    const { client } = await windowOf(desk, null, 'Ada', 'administrator');
    for (let beat = 0; beat < 8; beat += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      await client.session.active();
    }
    expect(await isLocked(client)).toBe(false);
    await expect.poll(() => isLocked(client)).toBe(true);
  });
});
