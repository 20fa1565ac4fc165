import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { insertScan } from '../../../station/store/scans.ts';
import type { Store } from '../../../station/store/store.ts';
import { drawTextPage } from '../../fixtures/prepare/text-page.ts';

export type Channels = 1 | 3;

export const pictures: readonly { readonly name: string; readonly channels: Channels }[] = [
  { name: 'colour, 300 dpi', channels: 3 },
  { name: 'grey, 300 dpi', channels: 1 },
];

/** An A4 page of text on paper with the grain of a scan, as a scanner's own JPEG at 300 dpi. */
export async function drawPicture(channels: Channels): Promise<Buffer> {
  const { data, widthPx: width, heightPx: height } = await drawTextPage({ dpi: 300, paper: '#f2f0e8' });
  const grained = Buffer.alloc(data.length * channels);
  for (let index = 0; index < grained.length; index += 1) {
    const pixel = Math.floor(index / channels);
    // Repeatable, and as rough as noise; a little different in each colour.
    const grain = Math.round(6 * Math.sin(pixel * pixel * 0.7) + 2 * Math.sin(index * index * 0.3));
    grained[index] = Math.max(0, Math.min(255, (data[pixel] ?? 0) - 6 + grain));
  }
  return await sharp(grained, { raw: { width, height, channels } })
    // Grey is one component, as scanners give it.
    .toColourspace(channels === 1 ? 'b-w' : 'srgb')
    .jpeg({ quality: 85 })
    .withDensity(300)
    .toBuffer();
}

/** Files that differ, as sheets do: each has a comment of its own behind its start marker. */
export async function writePages(folder: string, picture: Buffer, count: number): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const paths: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const comment = Buffer.from([0xff, 0xfe, 0, 10, ...Buffer.from(String(index).padStart(8, '0'))]);
    const path = join(folder, `${index}.jpg`);
    await writeFile(path, Buffer.concat([picture.subarray(0, 2), comment, picture.subarray(2)]));
    paths.push(path);
  }
  return paths;
}

const batchId = '00000000-0000-4000-8000-000000000001';
const settings = { source: 'feeder', duplex: false, colour: 'colour', resolutionDpi: 300, paper: 'a4' } as const;
const device = { driver: 'escl', address: 'files', name: 'Files' } as const;

/** Enters a batch that a scanner feeds. */
export function enterPile(store: Store) {
  store.transact((transaction) => {
    const createdAt = transaction.now.toISOString();
    const batch = { id: batchId, name: 'pile', profileId: 'amministrativo', createdAt, createdBy: 'station' };
    transaction.run(transaction.query.insertInto('batches').values(batch));
    insertScan(transaction, { batchId, device, settings, expectedSheets: null });
  });
  return { batchId, settings };
}
