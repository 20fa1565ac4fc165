import { createHash, randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import sharp from 'sharp';
import { machine } from '../../../../station/audit/chain.ts';
import { enterBatch } from '../../../../station/capture/enter-batch.ts';
import { placePages } from '../../../../station/pile/place-pages.ts';
import type { Transaction } from '../../../../station/store/connection.ts';
import { originalPath, type StationFolder } from '../../../../station/store/folder.ts';
import { enterOriginal, type StoredBytes } from '../../../../station/store/originals.ts';
import { openStore } from '../../../../station/store/store.ts';

const size = { widthPx: 620, heightPx: 877 };
const looks = 24;
const pagesInDocument = 2;

/**
 * Makes a workstation folder with one scanned batch whose pages are read and put together, as a station leaves it. The
 * pages are small pictures, no two of the same bytes; their originals are not synced, as nothing here must survive a
 * failure of the power. Resolves with the batch's id.
 */
export async function seedLargePile(folder: string, pages: number): Promise<string> {
  const store = await openStore(folder, { clock: () => new Date() });
  try {
    const pictures = await drawPictures();
    const originals: StoredBytes[] = [];
    for (let number = 0; number < pages; number += 1) {
      originals.push(await writeOriginal(store.folder, pictures[number % looks] ?? Buffer.alloc(0), number));
    }
    const batchId = randomUUID();
    store.transact((transaction) => {
      enterBatch(transaction, {
        id: batchId,
        name: 'Diecimila pagine',
        profileId: 'general',
        actor: machine,
        chosen: 0,
      });
      const pageIds = originals.map((original, number) => enterPage(transaction, batchId, original, number));
      for (let first = 0; first < pages; first += pagesInDocument) {
        enterDocument(transaction, batchId, first / pagesInDocument, pageIds.slice(first, first + pagesInDocument));
      }
    });
    return batchId;
  } finally {
    store.close();
  }
}

/** Pages with lines like those of a letter, each look with other lines. */
async function drawPictures(): Promise<Buffer[]> {
  return await Promise.all(
    Array.from({ length: looks }, (_, look) => {
      const lines = Array.from({ length: 30 }, (_line, line) => {
        const width = 250 + ((look * 71 + line * 37) % 250);
        return `<rect x="60" y="${80 + line * 24}" width="${width}" height="7" fill="#333"/>`;
      });
      const svg = `<svg width="${size.widthPx}" height="${size.heightPx}"><rect width="100%" height="100%" fill="#fbfaf6"/>${lines.join('')}</svg>`;
      return sharp(Buffer.from(svg)).jpeg({ quality: 80 }).toBuffer();
    }),
  );
}

/** What follows the end of a JPEG is no part of its picture: it makes the bytes different and nothing else. */
async function writeOriginal(folder: StationFolder, picture: Buffer, number: number): Promise<StoredBytes> {
  const content = Buffer.concat([picture, Buffer.from(String(number))]);
  const sha256 = createHash('sha256').update(content).digest('hex');
  const path = originalPath(folder, sha256);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  return { sha256, bytes: content.length };
}

function enterPage(transaction: Transaction, batchId: string, original: StoredBytes, number: number): string {
  const { query } = transaction;
  const sourceId = randomUUID();
  const id = randomUUID();
  const scanSheet = Math.floor(number / 2) + 1;
  const side = number % 2 === 0 ? 'front' : 'back';
  enterOriginal(transaction, original);
  transaction.run(
    query.insertInto('sources').values({
      ...{ id: sourceId, batchId, ordinal: number, name: `${scanSheet} ${side}.jpg`, ...original, scanSheet, side },
      ...{ state: 'opened', reasonCode: null, reasonDetail: null, duplicateOf: null },
    }),
  );
  transaction.run(
    query.insertInto('pages').values({
      ...{ id, batchId, sourceId, pageIndex: 0, state: 'read', ...size, dpi: 75, blank: 0 },
      ...{ formKey: null, layoutPage: null, notAligned: null, failureCode: null, failureDetail: null },
    }),
  );
  placePages(transaction, { sourceId, batchId, pages: [{ id, index: 0 }] });
  return id;
}

function enterDocument(transaction: Transaction, batchId: string, ordinal: number, pageIds: readonly string[]): void {
  const { query } = transaction;
  const id = randomUUID();
  transaction.run(
    query.insertInto('documents').values({
      ...{ id, batchId, ordinal, formKey: null, state: 'read', note: null, openFields: 0, reference: null },
    }),
  );
  for (const [position, pageId] of pageIds.entries()) {
    transaction.run(query.insertInto('document_pages').values({ documentId: id, position, pageId }));
  }
}
