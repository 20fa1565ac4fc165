import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type PageView, pageViewSidePx } from '../../contract/shell.ts';
import type { Failure } from '../../ocr/model/failure.ts';
import type { PagePool } from '../../ocr/worker/pool.ts';
import { diskTroubleOf } from '../capture/disk-trouble.ts';
import { errorCode } from '../error-code.ts';
import { originalPath } from '../store/folder.ts';
import { locatePage, type PageLocation } from '../store/locate-page.ts';
import type { Store } from '../store/store.ts';
import { lookedAtMs } from './forget-pictures.ts';

export type PagePicture =
  | { readonly kind: 'file'; readonly path: string; readonly mediaType: 'image/jpeg' | 'image/png' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'failed'; readonly failure: Failure };

export interface PictureOptions {
  /** A person waits for it: it goes ahead of reading. */
  readonly urgent?: boolean;
}

export type PagePictures = (pageId: string, view: PageView, options?: PictureOptions) => Promise<PagePicture>;

/**
 * Draws upright pictures of pages and keeps them in `derived/`, for as long as they are looked at (`forgetPictures`). Two requests
 * for the same picture are one piece of work.
 */
export function createPagePictures(store: Store, pool: PagePool): PagePictures {
  const drawing = new Map<string, Promise<PagePicture>>();
  return async (pageId, view, { urgent = false } = {}) => {
    const page = locatePage(store, pageId);
    if (page === null) return { kind: 'not-found' };
    const path = picturePath(store, page, view);
    if (await isKept(path)) return pictureAt(path);
    const present = drawing.get(path);
    if (present !== undefined) return await present;
    const drawn = draw(store, pool, page, { view, path, urgent }).finally(() => drawing.delete(path));
    drawing.set(path, drawn);
    return await drawn;
  };
}

async function draw(
  store: Store,
  pool: PagePool,
  { sha256, sourceName, index, rotationDeg }: PageLocation,
  { view, path, urgent }: { readonly view: PageView; readonly path: string; readonly urgent: boolean },
): Promise<PagePicture> {
  await mkdir(dirname(path), { recursive: true });
  const target = join(dirname(path), `${randomUUID()}${extensionOf(view)}`);
  const response = await pool.run(
    {
      kind: 'render',
      path: originalPath(store.folder, sha256),
      name: sourceName,
      maxSidePx: pageViewSidePx[view],
      ...{ index, rotationDeg, target },
    },
    { urgent },
  );
  if (response.kind === 'rendered') {
    await rename(target, path);
    return pictureAt(path);
  }
  await rm(target, { force: true });
  if (response.kind === 'failed') return response;
  throw new TypeError(`a worker answered render with ${response.kind}`);
}

function picturePath(store: Store, { sha256, index, rotationDeg }: PageLocation, view: PageView): string {
  const name = `${sha256}-${index}-${rotationDeg}-${view}${extensionOf(view)}`;
  return join(store.folder.derived, sha256.slice(0, 2), name);
}

/** The full view keeps every pixel without loss. People are shown the others: a browser decodes these in a fraction of the time. */
function extensionOf(view: PageView): '.png' | '.jpg' {
  return view === 'full' ? '.png' : '.jpg';
}

function pictureAt(path: string): PagePicture {
  return { kind: 'file', path, mediaType: path.endsWith('.png') ? 'image/png' : 'image/jpeg' };
}

/** How old the time of a picture may be while it is looked at. Not written at each look: a screen asks for dozens. */
const touchedEveryMs = 86_400_000;

/** Whether the picture is there; if so its time says from then on that somebody still looks at it. */
async function isKept(path: string): Promise<boolean> {
  const beforeMs = await lookedAtMs(path);
  const now = new Date();
  if (beforeMs === null || now.getTime() - beforeMs <= touchedEveryMs) return beforeMs !== null;
  try {
    await utimes(path, now, now);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    // A disk that takes no writing leaves the picture its old time: it is shown all the same, and at worst drawn once more.
    if (diskTroubleOf(error) === null) throw error;
  }
  return true;
}
