import { z } from 'zod';
import { bilingualSchema, idSchema, instantSchema } from './common.ts';

/**
 * When a new batch begins. `pause`: with what comes after nothing came for half an hour, so that each pile laid on the copier
 * is a batch; `day`: with the first file of a day.
 */
export const batchingSchema = z.enum(['pause', 'day']);
export type Batching = z.infer<typeof batchingSchema>;

/** Why nothing can be taken from a folder for now. It is tried again without anybody asking. */
export const folderTroubleCodeSchema = z.enum([
  'not-found',
  'not-allowed',
  'unreachable',
  'not-answering',
  'profile-gone',
  'unexpected',
]);
export type FolderTroubleCode = z.infer<typeof folderTroubleCodeSchema>;

/** Why a file that lies in a folder was not taken, or not moved away. It is tried again without anybody asking. */
export const waitingCodeSchema = z.enum(['locked', 'changed', 'not-moved', 'disk-full', 'disk-failed']);
export type WaitingCode = z.infer<typeof waitingCodeSchema>;

/** Files of a folder that wait for the same reason. */
export const waitingFilesSchema = z.strictObject({
  code: waitingCodeSchema,
  message: bilingualSchema,
  count: z.int().positive(),
  /** The first of them by name, at most five. */
  names: z.array(z.string()),
});
export type WaitingFiles = z.infer<typeof waitingFilesSchema>;

/** A folder that network scanners write into; the station takes what comes there while it is open. */
export const watchedFolderSchema = z.strictObject({
  id: idSchema,
  path: z.string(),
  profileId: z.string(),
  batching: batchingSchema,
  /** Name of the person. */
  addedBy: z.string(),
  addedAt: instantSchema,
  paused: z.boolean(),
  /** Null while all is well, and while it is paused. */
  trouble: z.strictObject({ code: folderTroubleCodeSchema, message: bilingualSchema }).nullable(),
  waiting: z.array(waitingFilesSchema),
  /** Files taken since midnight. */
  takenToday: z.int().nonnegative(),
  /** When the last file was taken, and the batch it went into. */
  last: z.strictObject({ at: instantSchema, batchId: idSchema, batchName: z.string() }).nullable(),
});
export type WatchedFolder = z.infer<typeof watchedFolderSchema>;

/** Absolute path of a folder that the person chose in a dialog. */
const chosenFolderSchema = z.string().min(1).max(4096);

export const folderToCheckSchema = z.strictObject({ path: chosenFolderSchema });
export const newWatchedFolderSchema = z.strictObject({
  path: chosenFolderSchema,
  profileId: z.string(),
  batching: batchingSchema,
});
export type NewWatchedFolder = z.infer<typeof newWatchedFolderSchema>;

/** What lies in a folder that may be watched: files that would be taken at once. */
export const folderContentSchema = z.strictObject({ files: z.int().nonnegative() });
export type FolderContent = z.infer<typeof folderContentSchema>;
