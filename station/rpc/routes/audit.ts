import { writeEnd } from '../../audit/chain-end.ts';
import { readAudit } from '../../audit/read.ts';
import { verifyAudit } from '../../audit/verify.ts';
import { signedIn } from '../base.ts';

export const auditRoutes = {
  events: signedIn.audit.events.handler(async ({ context: { station }, input }) =>
    readAudit(station.store, await station.forms.byKey(), input),
  ),
  verify: signedIn.audit.verify.handler(({ context: { station } }) => {
    const { events, faults, end } = verifyAudit(station.store);
    return { events, faults: [...faults], end: writeEnd(end) };
  }),
};
