import { isAbsolute } from 'node:path';
import { insertionBefore } from '../../pile/placement.ts';
import { separatorSheets } from '../../separators/separator-sheets.ts';
import { refuse } from '../../texts/refusals/refusals.ts';
import { signedIn } from '../base.ts';
import { watch } from '../watch.ts';
import { endOf, requireBatch } from './batches.ts';

export const pileRoutes = {
  get: signedIn.piles.get.handler(({ context: { piles }, input }) => piles.view(input.batchId)),
  watch: signedIn.piles.watch.handler(({ context: { piles, station, session }, input, signal }) => {
    piles.view(input.batchId);
    return watch({
      subscribe: (listener) => station.changes.subscribe(input.batchId, listener),
      read: () => piles.view(input.batchId),
      signal: endOf(session.ended, signal),
    });
  }),
  pages: signedIn.piles.pages.handler(({ context: { piles, station }, input: { batchId, ...range } }) => {
    requireBatch(station, batchId);
    return piles.pages(batchId, range);
  }),
  outline: signedIn.piles.outline.handler(({ context: { piles, station }, input }) => {
    requireBatch(station, input.batchId);
    return piles.outline(input.batchId);
  }),
  tray: signedIn.piles.tray.handler(({ context: { piles, station }, input: { batchId, kind, ...range } }) => {
    requireBatch(station, batchId);
    return piles.tray(batchId, kind, range);
  }),
  placeOf: signedIn.piles.placeOf.handler(({ context: { piles }, input }) => piles.placeOf(input.pageId)),
  lineage: signedIn.piles.lineage.handler(({ context: { piles }, input }) => piles.lineage(input.pageId)),
  move: signedIn.piles.move.handler(({ context: { piles, account }, input }) => piles.move(account, input)),
  rotate: signedIn.piles.rotate.handler(({ context: { piles, account }, input }) => piles.rotate(account, input)),
  toTray: signedIn.piles.toTray.handler(({ context: { piles, account }, input }) =>
    piles.toTray(account, input.batchId, input.pageIds),
  ),
  putBack: signedIn.piles.putBack.handler(({ context: { piles, account }, input }) =>
    piles.putBack(account, input.batchId, input.pageIds),
  ),
  dismiss: signedIn.piles.dismiss.handler(({ context: { piles, account }, input }) =>
    piles.dismiss(account, input.batchId, input.pageIds),
  ),
  split: signedIn.piles.split.handler(({ context: { piles, account }, input }) => piles.split(account, input.pageId)),
  join: signedIn.piles.join.handler(({ context: { piles, account }, input }) => piles.join(account, input.pageId)),
  interleave: signedIn.piles.interleave.handler(({ context: { piles, account }, input }) =>
    piles.interleave(account, input),
  ),
  insertFiles: signedIn.piles.insertFiles.handler(({ context: { piles, account }, input }) => {
    const { batchId, paths, before } = input;
    checkAbsolute(paths);
    return piles.insertFiles(account, batchId, paths, insertionBefore(before));
  }),
  replaceWithFile: signedIn.piles.replaceWithFile.handler(({ context: { piles, account }, input }) => {
    checkAbsolute([input.path]);
    return piles.insertFiles(account, input.batchId, [input.path], { kind: 'replace', pageId: input.pageId });
  }),
  undo: signedIn.piles.undo.handler(({ context: { piles, account }, input }) => piles.undo(account, input.batchId)),
  redo: signedIn.piles.redo.handler(({ context: { piles, account }, input }) => piles.redo(account, input.batchId)),
  setSeparation: signedIn.piles.setSeparation.handler(({ context: { piles, account }, input }) =>
    piles.setSeparation(account, input.batchId, input.separation),
  ),
  separatorSheets: signedIn.piles.separatorSheets.handler(async ({ input }) => ({
    fileName: `tabularium-${input.profileId}.pdf`,
    pdfBase64: Buffer.from(await separatorSheets(input)).toString('base64'),
  })),
};

function checkAbsolute(paths: readonly string[]): void {
  if (!paths.every((path) => isAbsolute(path))) throw refuse('path-not-absolute');
}
