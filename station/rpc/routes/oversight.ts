import { oversee } from '../../oversight/oversee.ts';
import { signedIn } from '../base.ts';

export const oversightRoutes = {
  get: signedIn.oversight.get.handler(async ({ context: { station } }) =>
    oversee(station.store, await station.forms.byKey(), station.clock()),
  ),
};
