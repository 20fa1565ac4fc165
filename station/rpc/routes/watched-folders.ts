import { signedIn } from '../base.ts';
import { watch } from '../watch.ts';
import { endOf } from './batches.ts';

export const watchedFolderRoutes = {
  watch: signedIn.watchedFolders.watch.handler(({ context: { watchedFolders, session }, signal }) =>
    watch({
      subscribe: watchedFolders.subscribe,
      read: watchedFolders.list,
      signal: endOf(session.ended, signal),
    }),
  ),
  check: signedIn.watchedFolders.check.handler(({ context: { watchedFolders }, input }) =>
    watchedFolders.check(input.path),
  ),
  add: signedIn.watchedFolders.add.handler(({ context: { watchedFolders, account }, input }) =>
    watchedFolders.add(account, input),
  ),
  pause: signedIn.watchedFolders.pause.handler(({ context: { watchedFolders, account }, input }) =>
    watchedFolders.pause(account, input.folderId),
  ),
  resume: signedIn.watchedFolders.resume.handler(({ context: { watchedFolders, account }, input }) =>
    watchedFolders.resume(account, input.folderId),
  ),
  remove: signedIn.watchedFolders.remove.handler(({ context: { watchedFolders, account }, input }) => {
    watchedFolders.remove(account, input.folderId);
    return null;
  }),
};
