import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Selectable } from 'kysely';
import { detectFormat } from '../../ocr/prepare/signature.ts';
import type { StationCore } from '../core.ts';
import { countPagesOfSource } from '../store/documents.ts';
import { originalPath } from '../store/folder.ts';
import type { BatchPageRow } from '../store/tables/pages.ts';
import { DeliveryFailure } from './delivery-failure.ts';
import type { SentPage } from './submission.ts';

export type PageFileCore = Pick<StationCore, 'store' | 'picture'>;

/** A page's picture as it is sent, with its bytes. */
export interface PageFile extends SentPage {
  readonly content: Buffer;
}

/**
 * The picture of a page for a destination: the untouched original where the captured file is an image of one page, else
 * that page drawn without loss as PNG. Throws a DeliveryFailure when neither is to be had.
 */
export async function readPageFile(station: PageFileCore, page: Selectable<BatchPageRow>): Promise<PageFile> {
  const source = { sha256: page.sha256, index: page.pageIndex };
  const original = await readOriginal(station, page);
  if (original !== null) return { ...original, source };
  const picture = await station.picture(page.id, 'full');
  if (picture.kind !== 'file') throw new DeliveryFailure('page-not-usable', `page ${page.id} could not be drawn`);
  return { ...describe(await readFile(picture.path), picture.mediaType), source };
}

async function readOriginal({ store }: PageFileCore, { id, sha256, sourceId }: Selectable<BatchPageRow>) {
  if (countPagesOfSource(store, sourceId) !== 1) return null;
  const content = await readFile(originalPath(store.folder, sha256));
  const format = detectFormat(content);
  if (format === 'pdf') return null;
  const file = describe(content, `image/${format}`);
  if (file.sha256 !== sha256) throw new DeliveryFailure('page-not-usable', `the original of page ${id} has changed`);
  return file;
}

function describe(content: Buffer, mediaType: SentPage['mediaType']) {
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { content, sha256, mediaType, bytes: content.byteLength };
}
