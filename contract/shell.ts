import { z } from 'zod';
import type { Bilingual } from './common.ts';

/**
 * What the preload puts on `window.tabularium`: the wire to the station, and the few things that only the desktop shell
 * can do. Pictures of pages are not here: the window asks for `app://page/<page id>?view=screen|thumbnail|full`.
 *
 * The document's content security policy allows no inline or evaluated script and no network, and style elements only
 * with the nonce of `<meta property="csp-nonce">` (its `nonce` property; for Mantine: `getStyleNonce`). Styles set
 * through the DOM, as React does, need none.
 */
export interface ShellApi {
  /** The wire to the station: messages of the RPC link, relayed by main. */
  readonly station: {
    send(message: string): void;
    /** Returns a function that stops listening. */
    onMessage(listener: (message: string) => void): () => void;
    /**
     * Tells the station's state at once and at every change. After `restarting` the old link and its session are gone:
     * begin a new one, or reload the window, on the next `ready`. Returns a function that stops listening.
     */
    onState(listener: (state: StationState) => void): () => void;
  };
  /** Opens the system's dialog; resolves to absolute paths, empty when cancelled. */
  chooseSources(kind: SourceKind): Promise<string[]>;
  /** Asks in the system's dialog where a file goes, and writes it there. */
  saveFile(file: FileToSave): Promise<SaveOutcome>;
}

/**
 * Whether there is anybody to talk to. Messages sent while `starting` are kept until `ready`; `stopped` is final and
 * carries what to tell the person.
 */
export type StationState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'restarting' }
  | { readonly kind: 'stopped'; readonly message: Bilingual };

/** Pictures of pages, any number; a folder; one zipped form package; one list. */
export const sourceKindSchema = z.enum(['files', 'folder', 'zip', 'list']);
export type SourceKind = z.infer<typeof sourceKindSchema>;

/** A file for people to keep. Its name is proposed to the person, who may choose another. */
export const fileToSaveSchema = z.discriminatedUnion('kind', [
  /** A table as comma-separated values, for a spreadsheet. */
  z.strictObject({
    kind: z.literal('table'),
    name: z.string().regex(/^[a-z0-9-]{1,80}\.csv$/),
    text: z.string().max(10_000_000),
  }),
  /** Something to print. */
  z.strictObject({
    kind: z.literal('pdf'),
    name: z.string().regex(/^[a-z0-9-]{1,80}\.pdf$/),
    base64: z.base64().max(100_000_000),
  }),
]);
export type FileToSave = z.infer<typeof fileToSaveSchema>;
export type SaveOutcome = 'saved' | 'cancelled' | 'failed';

export const pageViewSchema = z.enum(['thumbnail', 'screen', 'close', 'full']);
export type PageView = z.infer<typeof pageViewSchema>;

/**
 * Longest side in pixels of each view of a page; `close` and `full` keep the captured resolution, `full` every pixel without
 * loss. A browser reduces a picture that is shown at less than half its size by a pass of its own, at the moment it comes on
 * screen: the page beside a field is shown at more than half of `screen` in a window of 1366 by 768 and in larger ones.
 */
export const pageViewSidePx: Record<PageView, number | null> = {
  thumbnail: 320,
  screen: 1600,
  close: null,
  full: null,
};
