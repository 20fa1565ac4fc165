import type { Presence } from '../../../contract/account.ts';
import { activateAccount, deactivateAccount } from '../../people/deactivation.ts';
import { changeSecret, createAccount, recordAccount, renewSecret, signIn, unlock } from '../../people/people.ts';
import { verbsOf } from '../../people/rights.ts';
import type { WindowSession } from '../../people/window-session.ts';
import { listAccounts, listDeactivated } from '../../store/accounts.ts';
import { refuse } from '../../texts/refusals/refusals.ts';
import { open, signedIn } from '../base.ts';
import { watch } from '../watch.ts';

export const sessionRoutes = {
  get: open.session.get.handler(({ context: { session, station } }) => ({
    ...presenceOf(session),
    accounts: listAccounts(station.store),
    deactivated: session.account === null ? [] : listDeactivated(station.store),
  })),
  createAccount: open.session.createAccount.handler(({ context: { session, station, secrets }, input }) => {
    if (session.locked) throw refuse('locked');
    return createAccount(station.store, secrets, session.account, input);
  }),
  replaceSecret: signedIn.session.replaceSecret.handler(
    async ({ context: { account, station, secrets, gate, endSessionsOf }, input }) => {
      await renewSecret(station.store, { secrets, gate }, account, input);
      endSessionsOf(input.accountId);
      return null;
    },
  ),
  changeSecret: signedIn.session.changeSecret.handler(
    async ({ context: { account, session, station, secrets, gate, endSessionsOf }, input }) => {
      await changeSecret(station.store, { secrets, gate }, account, input);
      // Whoever knew only the old one may sit in another window; in this one the new one was just chosen.
      endSessionsOf(account.id, session);
      return null;
    },
  ),
  deactivateAccount: signedIn.session.deactivateAccount.handler(
    ({ context: { account, station, endSessionsOf }, input: { accountId } }) => {
      const batchIds = deactivateAccount(station.store, account, accountId);
      endSessionsOf(accountId);
      for (const batchId of batchIds) station.announce(batchId);
      return null;
    },
  ),
  activateAccount: signedIn.session.activateAccount.handler(({ context: { account, station, gate }, input }) => {
    activateAccount(station.store, gate, account, input.accountId);
    return null;
  }),
  signIn: open.session.signIn.handler(async ({ context: { session, station, secrets, gate }, input }) => {
    const account = await signIn(station.store, { secrets, gate }, input);
    session.enter(account);
    return account;
  }),
  signOut: open.session.signOut.handler(({ context: { session } }) => {
    session.leave();
    return null;
  }),
  lock: open.session.lock.handler(({ context: { session, station } }) => {
    const { account, locked } = session;
    if (account === null || locked) return null;
    session.lock();
    recordAccount(station.store, account.id, 'account.locked', { idle: false });
    return null;
  }),
  unlock: open.session.unlock.handler(async ({ context: { session, station, secrets, gate }, input }) => {
    const { account } = session;
    if (account === null) throw refuse('not-signed-in');
    await unlock(station.store, { secrets, gate }, { accountId: account.id, secret: input.secret });
    // Somebody else may have signed in in this window while the secret was compared.
    if (session.account?.id === account.id) session.unlock();
    return null;
  }),
  active: open.session.active.handler(({ context: { session } }) => {
    session.touch();
    return null;
  }),
  watch: open.session.watch.handler(({ context: { session }, signal }) =>
    watch({
      subscribe: session.subscribe,
      read: () => presenceOf(session),
      signal: signal === undefined ? session.closed : AbortSignal.any([session.closed, signal]),
    }),
  ),
};

function presenceOf({ account, locked, wasPutOut }: WindowSession): Presence {
  return { account, locked, putOut: wasPutOut, verbs: verbsOf(account) };
}
