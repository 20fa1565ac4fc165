import { preferencesOf, savePreferences } from '../../store/preferences.ts';
import { addComment, listComments } from '../../verify/comments.ts';
import { confirmGroup } from '../../verify/confirm-group.ts';
import { groupDoubts } from '../../verify/groups.ts';
import { signedIn } from '../base.ts';
import { requireBatch } from './batches.ts';

export const commentRoutes = {
  list: signedIn.comments.list.handler(({ context: { station }, input }) =>
    listComments(station.store, input.documentId),
  ),
  add: signedIn.comments.add.handler(({ context: { station, account }, input }) =>
    addComment(station.store, account, input),
  ),
};

export const groupRoutes = {
  list: signedIn.groups.list.handler(({ context: { station, account }, input }) => {
    requireBatch(station, input.batchId);
    return groupDoubts(station, account, input.batchId);
  }),
  confirm: signedIn.groups.confirm.handler(({ context: { station, account, leases, session }, input }) => {
    requireBatch(station, input.batchId);
    const isHeld = (documentId: string): boolean => leases.holderOf(documentId, session)?.own === false;
    return confirmGroup(station, account, input, isHeld);
  }),
};

export const preferencesRoutes = {
  get: signedIn.preferences.get.handler(({ context: { station, account } }) =>
    preferencesOf(station.store, account.id),
  ),
  set: signedIn.preferences.set.handler(({ context: { station, account }, input }) => {
    station.store.transact((transaction) => savePreferences(transaction, account.id, input));
    return input;
  }),
};
