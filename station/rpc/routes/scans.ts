import { signedIn } from '../base.ts';
import { watch } from '../watch.ts';
import { endOf } from './batches.ts';

export const scannerRoutes = {
  list: signedIn.scanners.list.handler(({ context: { scans, session }, signal }) =>
    scans.devices(endOf(session.ended, signal)),
  ),
  capabilities: signedIn.scanners.capabilities.handler(({ context: { scans, session }, input, signal }) =>
    scans.capabilities(input.device, endOf(session.ended, signal)),
  ),
  forgetCertificate: signedIn.scanners.forgetCertificate.handler(({ context: { scans, account }, input }) => {
    scans.forgetCertificate(account, input.device);
    return null;
  }),
};

export const scanRoutes = {
  remembered: signedIn.scans.remembered.handler(({ context: { scans }, input }) => scans.remembered(input.profileId)),
  test: signedIn.scans.test.handler(({ context: { scans, session }, input, signal }) =>
    scans.test(input, endOf(session.ended, signal)),
  ),
  find: signedIn.scans.find.handler(({ context: { scans }, input }) => scans.find(input.batchId)),
  start: signedIn.scans.start.handler(({ context: { scans, account }, input }) => scans.start(account, input)),
  pause: signedIn.scans.pause.handler(({ context: { scans, account }, input }) => scans.pause(account, input.batchId)),
  resume: signedIn.scans.resume.handler(({ context: { scans, account }, input }) =>
    scans.resume(account, input.batchId),
  ),
  stop: signedIn.scans.stop.handler(({ context: { scans, account }, input }) => scans.stop(account, input.batchId)),
  expect: signedIn.scans.expect.handler(({ context: { scans, account }, input }) =>
    scans.expect(account, input.batchId, input.expectedSheets),
  ),
  finish: signedIn.scans.finish.handler(({ context: { scans, account }, input }) =>
    scans.finish(account, input.batchId, input.acceptDifference),
  ),
  rescan: signedIn.scans.rescan.handler(({ context: { scans, account }, input }) =>
    scans.rescan(account, input.batchId, input.place),
  ),
  watch: signedIn.scans.watch.handler(({ context: { scans, station, session }, input, signal }) => {
    scans.view(input.batchId);
    return watch({
      subscribe: (listener) => station.changes.subscribe(input.batchId, listener),
      read: () => scans.view(input.batchId),
      signal: endOf(session.ended, signal),
    });
  }),
};
