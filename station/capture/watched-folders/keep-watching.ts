import { setTimeout } from 'node:timers/promises';
import type { FolderTroubleCode } from '../../../contract/watched-folder.ts';
import type { StationCore } from '../../core.ts';
import type { FolderToBatch } from './batch-of-folder.ts';
import { folderTroubleOf } from './folder-trouble.ts';
import type { HotFileTrouble } from './hot-folder.ts';
import { watchFolder } from './watch-folder.ts';

export interface FolderWatchTiming {
  readonly lookEveryMs?: number;
  readonly settleMs?: number;
  /** Pause before a folder that could not be looked into is tried again. */
  readonly retryMs?: number;
  /** How long a folder may answer nothing before that is told. */
  readonly patienceMs?: number;
}

export interface FolderWatchOptions extends FolderWatchTiming {
  readonly folder: FolderToBatch;
  /** Watching begins once this has: at most one watch looks into a folder. */
  readonly after: Promise<void>;
  /** Called after each look and each file. */
  readonly onChange: () => void;
}

/** One folder that is being watched. */
export interface FolderWatch {
  /** Null while all is well. */
  trouble(): FolderTroubleCode | null;
  /** What lies in the folder and could not be taken, by name. */
  waiting(): ReadonlyMap<string, HotFileTrouble>;
  /** Ends it. Resolves when the file in hand is safe; on a folder that does not answer, when it does. */
  stop(): Promise<void>;
}

/**
 * Watches a folder until it is stopped, whatever happens to the folder meanwhile. Files that network disks hold up for ever
 * cannot be given up: a folder that does not answer is told as that, and its watch waits for it alone.
 */
export function keepWatching(core: StationCore, options: FolderWatchOptions): FolderWatch {
  const { folder, after, onChange, retryMs = 10_000, patienceMs = 120_000, ...timing } = options;
  const stopping = new AbortController();
  const { signal } = stopping;
  let trouble: FolderTroubleCode | null = null;
  let waiting: ReadonlyMap<string, HotFileTrouble> = new Map();

  function note(code: FolderTroubleCode | null): void {
    trouble = code;
    patience.refresh();
    onChange();
  }
  const patience = globalThis.setTimeout(() => note('not-answering'), patienceMs);

  async function watchOnce(): Promise<void> {
    await watchFolder(core, {
      ...{ ...folder, ...timing, signal },
      onTaken: () => undefined,
      onTrouble: () => undefined,
      onEntered: () => note(null),
      onLooked(troubles) {
        waiting = troubles;
        note(null);
      },
    });
  }

  async function run(): Promise<void> {
    await after;
    while (!signal.aborted) {
      try {
        await watchOnce();
      } catch (error) {
        const code = folderTroubleOf(error);
        if (code === null) core.logger.error({ err: error }, 'a watched folder failed unexpectedly; it is tried again');
        waiting = new Map();
        note(code ?? 'unexpected');
        await setTimeout(retryMs, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  const ended = run().finally(() => clearTimeout(patience));
  return {
    trouble: () => trouble,
    waiting: () => waiting,
    stop() {
      stopping.abort();
      return ended;
    },
  };
}
