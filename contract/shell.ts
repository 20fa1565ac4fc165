import { z } from 'zod';

/**
 * What the preload puts on `window.tabularium`: the wire to the station, and the few things that only the desktop shell
 * can do. Pictures of pages are not here: the window asks for `app://page/<page id>?view=screen|thumbnail|full`.
 */
export interface ShellApi {
  /** The wire to the station: messages of the RPC link, relayed by main. */
  readonly station: {
    send(message: string): void;
    /** Returns a function that stops listening. */
    onMessage(listener: (message: string) => void): () => void;
  };
  /** Opens the system's dialog; resolves to absolute paths, empty when cancelled. */
  chooseSources(kind: SourceKind): Promise<string[]>;
}

export const sourceKindSchema = z.enum(['files', 'folder']);
export type SourceKind = z.infer<typeof sourceKindSchema>;

export const pageViewSchema = z.enum(['thumbnail', 'screen', 'full']);
export type PageView = z.infer<typeof pageViewSchema>;

/** Longest side in pixels of each view of a page; `full` keeps the captured resolution. */
export const pageViewSidePx: Record<PageView, number | null> = { thumbnail: 320, screen: 2000, full: null };

/** Names of the IPC channels between window and main. */
export const channels = {
  toStation: 'station:to',
  fromStation: 'station:from',
  chooseSources: 'shell:choose-sources',
} as const;
