import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { idSchema } from '../common.ts';
import {
  folderContentSchema,
  folderToCheckSchema,
  newWatchedFolderSchema,
  watchedFolderSchema,
} from '../watched-folder.ts';
import { procedure } from './procedure.ts';

const byFolder = z.strictObject({ folderId: idSchema });

/** Folders that network scanners write into. Everybody sees them; adding, pausing and removing takes a supervisor. */
export const watchedFolders = {
  /** Yields the present state of every folder at once, then each change. */
  watch: procedure.output(eventIterator(z.array(watchedFolderSchema))),
  /** Says whether a folder may be watched, before it is: refused for the same reasons as `add`. */
  check: procedure.input(folderToCheckSchema).output(folderContentSchema),
  add: procedure.input(newWatchedFolderSchema).output(watchedFolderSchema),
  /** Leaves what comes in where it is, until `resume`. */
  pause: procedure.input(byFolder).output(watchedFolderSchema),
  resume: procedure.input(byFolder).output(watchedFolderSchema),
  /** Watches the folder no more. What was taken from it stays in its batches. */
  remove: procedure.input(byFolder).output(z.null()),
};
