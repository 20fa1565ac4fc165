import { chooseSampling, samplingSettings } from '../../verify/sampling/settings.ts';
import { signedIn } from '../base.ts';

export const samplingRoutes = {
  get: signedIn.sampling.get.handler(async ({ context: { station } }) =>
    samplingSettings(station.store, await station.forms.byKey()),
  ),
  choose: signedIn.sampling.choose.handler(async ({ context: { station, account }, input }) => {
    const forms = await station.forms.byKey();
    return station.store.transact((transaction) => {
      chooseSampling(transaction, account, input, forms);
      return samplingSettings(transaction, forms);
    });
  }),
};
