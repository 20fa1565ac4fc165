import { describe, expect, it } from 'vitest';
import { refusalOf, secret } from '../rpc/desk.ts';
import { startOffice } from '../rpc/office.ts';

const another = 'tutt-altro-segreto';

/** An office whose clerk is signed in in a second window too, which is locked. */
async function startWithTwoWindows() {
  const office = await startOffice();
  const { desk, clerk } = office;
  const accountId = clerk.account.id;
  const second = desk.openWindow();
  await second.client.session.signIn({ accountId, secret });
  await second.client.session.lock();
  return { ...office, accountId, second };
}

describe('a changed password', () => {
  it('ends the sessions of whoever changed it in other windows, and leaves them in this one', async () => {
    const { clerk, colleague, second, accountId } = await startWithTwoWindows();
    await clerk.client.session.changeSecret({ current: secret, secret: another });
    expect(await second.client.session.get()).toMatchObject({ account: null, locked: false, putOut: true });
    expect((await clerk.client.session.get()).account).toEqual(clerk.account);
    expect((await colleague.client.session.get()).account).toEqual(colleague.account);
    expect(await refusalOf(second.client.session.signIn({ accountId, secret }))).toBe('NOT_ALLOWED');
    expect(await second.client.session.signIn({ accountId, secret: another })).toEqual(clerk.account);
  });

  it('ends none where the present one was wrong', async () => {
    const { clerk, second } = await startWithTwoWindows();
    const change = clerk.client.session.changeSecret({ current: 'indovina', secret: another });
    expect(await refusalOf(change)).toBe('NOT_ALLOWED');
    expect(await second.client.session.get()).toMatchObject({ account: clerk.account, locked: true });
  });

  it('given by an administrator ends every session of that account, and no other', async () => {
    const { administrator, clerk, colleague, second, accountId } = await startWithTwoWindows();
    await administrator.client.session.replaceSecret({ accountId, secret: another });
    for (const { client } of [clerk, second]) {
      expect(await client.session.get()).toMatchObject({ account: null, locked: false, putOut: true });
    }
    expect(await refusalOf(clerk.client.batches.list())).toBe('NOT_SIGNED_IN');
    for (const { client, account } of [administrator, colleague]) {
      expect((await client.session.get()).account).toEqual(account);
    }
    expect(await clerk.client.session.signIn({ accountId, secret: another })).toEqual(clerk.account);
  });
});
