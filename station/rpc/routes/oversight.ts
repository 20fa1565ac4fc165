import { chooseThreshold } from '../../oversight/choose-threshold.ts';
import { oversee } from '../../oversight/oversee.ts';
import { signedIn } from '../base.ts';

export const oversightRoutes = {
  get: signedIn.oversight.get.handler(async ({ context: { station } }) =>
    oversee(station.store, await station.forms.byKey(), station.clock()),
  ),
  chooseThreshold: signedIn.oversight.chooseThreshold.handler(({ context: { station, account }, input }) => {
    station.store.transact((transaction) => chooseThreshold(transaction, account, input));
    return null;
  }),
};
