import { z } from 'zod';
import { bilingualSchema, idSchema } from './common.ts';
import { pageViewSchema } from './shell.ts';

/**
 * What the main process and the station process say to each other (`utilityProcess` messages in the desktop app, process
 * IPC elsewhere). Main relays the windows' RPC messages unopened: they are strings both ways.
 *
 * Order: main starts the process and sends `start` once; the station answers `ready` or `could-not-start`. Main then
 * sends `window-opened` for every window, and again (after `window-closed`) whenever that window loads its document anew,
 * because a fresh page begins a fresh RPC link: one link, one session, one `windowId`. Messages of a window that is not
 * open are dropped. After `stop` the station ends its work, answers `stopped` and exits with code 0.
 */

/** Made by main, unique for the life of the station process: a new one for every link (so also after a reload). */
export const windowIdSchema = z.string().min(1).max(64);

export const mainToStationSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('start'),
    /** The workstation's folder: database, originals, derived pictures. Made when it is not there. */
    dataFolder: z.string().min(1),
    /** Folder that holds `forms/`, `tables/` and the language data. */
    resourcesFolder: z.string().min(1),
    /** Built entry of the page worker; null means the one in the source tree. */
    workerEntry: z.string().min(1).nullable(),
    /** Number of page workers; null lets the station choose by the machine. */
    workers: z.int().min(1).max(16).nullable(),
  }),
  z.strictObject({ kind: z.literal('window-opened'), windowId: windowIdSchema }),
  z.strictObject({ kind: z.literal('window-message'), windowId: windowIdSchema, message: z.string() }),
  z.strictObject({ kind: z.literal('window-closed'), windowId: windowIdSchema }),
  /** Asks for the picture behind `app://page/<pageId>?view=<view>`, on behalf of one window. */
  z.strictObject({
    kind: z.literal('page-view'),
    requestId: z.string().min(1).max(64),
    windowId: windowIdSchema,
    pageId: idSchema,
    view: pageViewSchema,
  }),
  z.strictObject({ kind: z.literal('stop') }),
]);
export type MainToStation = z.infer<typeof mainToStationSchema>;

/**
 * The picture as a file that main may read and answer with, or why not: nobody is signed in in that window or it is
 * locked, whoever is there must not see the page, there is no such page, or it could not be drawn (`detail` is for the log).
 */
export const pageViewAnswerSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('file'),
    path: z.string().min(1),
    mediaType: z.enum(['image/jpeg', 'image/png', 'image/webp']),
  }),
  z.strictObject({
    kind: z.literal('refused'),
    reason: z.enum(['not-signed-in', 'not-allowed', 'not-found', 'failed']),
    detail: z.string(),
  }),
]);
export type PageViewAnswer = z.infer<typeof pageViewAnswerSchema>;

export const stationToMainSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ready') }),
  /** The station could not open its folder; it exits with code 1 afterwards. The message is for the person. */
  z.strictObject({
    kind: z.literal('could-not-start'),
    code: z.enum(['folder-in-use', 'newer-database', 'damaged-database', 'internal']),
    message: bilingualSchema,
    detail: z.string(),
  }),
  z.strictObject({ kind: z.literal('window-message'), windowId: windowIdSchema, message: z.string() }),
  z.strictObject({ kind: z.literal('page-view-answer'), requestId: z.string(), answer: pageViewAnswerSchema }),
  z.strictObject({ kind: z.literal('stopped') }),
]);
export type StationToMain = z.infer<typeof stationToMainSchema>;
