import { isAbsolute } from 'node:path';
import type { Batch, Source } from '../../../contract/batch.ts';
import { builtInProfiles } from '../../profiles.ts';
import type { Station } from '../../station.ts';
import { namesOfAccounts } from '../../store/accounts.ts';
import { findBatch, listBatches, listPages, listSources } from '../../store/batches.ts';
import { listDocuments } from '../../store/documents.ts';
import { listFlagged } from '../../store/page-quality.ts';
import { refuse } from '../../texts/refusals/refusals.ts';
import { tellFailure } from '../../texts/tell.ts';
import { presentSummary } from '../../verify/present-document.ts';
import { presentPage } from '../../verify/present-page.ts';
import { signedIn } from '../base.ts';
import { watch } from '../watch.ts';

type StoredBatch = ReturnType<typeof requireBatch>;

/** Throws an AppError for an unknown batch. */
export function requireBatch({ store }: Pick<Station, 'store'>, id: string) {
  const batch = findBatch(store, id);
  if (batch === undefined) throw refuse('no-such-batch');
  return batch;
}

export function presentBatch(
  station: Station,
  { id, name, profileId, createdAt, createdBy, practice }: StoredBatch,
): Batch {
  const who = namesOfAccounts(station.store).get(createdBy) ?? createdBy;
  return { id, name, profileId, createdAt, createdBy: who, practice: practice === 1, progress: station.progress(id) };
}

function presentSource(row: ReturnType<typeof listSources>[number]): Source {
  const { id, name, state, reasonCode, reasonDetail } = row;
  const reason = reasonCode === null ? null : { ...tellFailure(reasonCode), detail: reasonDetail ?? '' };
  return { id, name, state, reason };
}

export const batchRoutes = {
  profiles: signedIn.batches.profiles.handler(() =>
    builtInProfiles.map(({ id, title, destinationId }) => ({ id, title, destinationId })),
  ),
  list: signedIn.batches.list.handler(({ context: { station, account } }) =>
    listBatches(station.store, account.id).map((batch) => presentBatch(station, batch)),
  ),
  create: signedIn.batches.create.handler(({ context: { station, account }, input }) => {
    if (!input.paths.every((path) => isAbsolute(path))) throw refuse('path-not-absolute');
    const id = station.createBatch({ ...input, actor: account.id });
    return presentBatch(station, requireBatch(station, id));
  }),
  get: signedIn.batches.get.handler(({ context: { station }, input }) =>
    presentBatch(station, requireBatch(station, input.batchId)),
  ),
  sources: signedIn.batches.sources.handler(({ context: { station }, input }) => {
    requireBatch(station, input.batchId);
    return listSources(station.store, input.batchId).map(presentSource);
  }),
  pages: signedIn.batches.pages.handler(async ({ context: { station }, input }) => {
    requireBatch(station, input.batchId);
    const forms = await station.forms.byKey();
    return listPages(station.store, input.batchId).map((page) => presentPage(page, forms));
  }),
  flagged: signedIn.batches.flagged.handler(async ({ context: { station }, input }) => {
    requireBatch(station, input.batchId);
    const forms = await station.forms.byKey();
    return listFlagged(station.store, input.batchId, input.limit).map((page) => presentPage(page, forms));
  }),
  documents: signedIn.batches.documents.handler(async ({ context: { station }, input }) => {
    requireBatch(station, input.batchId);
    const forms = await station.forms.byKey();
    return listDocuments(station.store, input.batchId).map((document) => presentSummary(document, forms));
  }),
  watch: signedIn.batches.watch.handler(({ context: { station, session }, input, signal }) => {
    requireBatch(station, input.batchId);
    return watch({
      subscribe: (listener) => station.changes.subscribe(input.batchId, listener),
      read: () => station.progress(input.batchId),
      signal: endOf(session.ended, signal),
    });
  }),
  retryPage: signedIn.batches.retryPage.handler(({ context: { station, account }, input }) => {
    station.retryPage(input.pageId, account.id);
    return null;
  }),
};

/** A watch ends with its request or with the session of its window, whichever is first. */
export function endOf(sessionEnded: AbortSignal, requestEnded: AbortSignal | undefined): AbortSignal {
  return AbortSignal.any(requestEnded === undefined ? [sessionEnded] : [sessionEnded, requestEnded]);
}
