import { createAccount, signIn } from '../../people/people.ts';
import { listAccounts } from '../../store/accounts.ts';
import { open } from '../base.ts';

export const sessionRoutes = {
  get: open.session.get.handler(({ context: { session, station } }) => ({
    account: session.account,
    accounts: listAccounts(station.store),
  })),
  createAccount: open.session.createAccount.handler(({ context: { session, station }, input }) =>
    createAccount(station.store, session.account, input),
  ),
  signIn: open.session.signIn.handler(async ({ context: { session, station, gate }, input }) => {
    const account = await signIn(station.store, gate, input);
    session.enter(account);
    return account;
  }),
  signOut: open.session.signOut.handler(({ context: { session } }) => {
    session.leave();
    return null;
  }),
};
