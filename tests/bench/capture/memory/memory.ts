import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { enterScannedPage } from '../../../station/capture/enter-scanned-page.ts';
import { finishPage } from '../../../station/capture/scanners/page/finish-page.ts';
import { createLogger } from '../../../station/logger.ts';
import { findResources } from '../../../station/resources.ts';
import { openStation, type Station } from '../../../station/station.ts';
import { measured } from '../measure.ts';
import type { CapturePart } from './part.ts';
import { enterPile } from './scanned-pages.ts';

const warmUpPages = 500;

/** Growth of the station's memory over many pages taken in: small ones, because what could grow is counted by the page. */
export const memoryPart: CapturePart = {
  name: 'memory',
  async run({ memoryPages, scratch }) {
    const folder = join(scratch, 'memory');
    await mkdir(folder);
    const options = { folder: join(folder, 'station'), resources: findResources(), clock: () => new Date() };
    const station = await openStation({ ...options, logger: createLogger('silent') });
    try {
      const [startMb, endMb] = await takeIn(station, folder, memoryPages);
      const on = 'pages of 8 x 8 pixels';
      const count = memoryPages;
      return [
        measured({ measure: 'memory of the station at the end', on, value: endMb, unit: 'MB', count }),
        measured({
          measure: 'growth after the first 500',
          on,
          value: endMb - startMb,
          unit: 'MB',
          count,
          aim: { atMost: 50 },
        }),
      ];
    } finally {
      await station.close();
      await rm(folder, { recursive: true });
    }
  },
};

/** Resident memory after the warm-up and at the end. */
async function takeIn({ store }: Station, folder: string, pages: number): Promise<[startMb: number, endMb: number]> {
  const { batchId } = enterPile(store);
  let startMb = residentMb();
  for (let index = 0; index < pages; index += 1) {
    const path = join(folder, 'page.png');
    await writeFile(path, await tinyPage(index));
    await enterScannedPage(store, await finishPage(path), { batchId, duplex: false, startsJob: index === 0 });
    if (index === warmUpPages) startMb = residentMb();
  }
  return [startMb, residentMb()];
}

async function tinyPage(index: number): Promise<Buffer> {
  const data = Buffer.alloc(64);
  data.writeUInt32BE(index);
  return await sharp(data, { raw: { width: 8, height: 8, channels: 1 } })
    .png()
    .toBuffer();
}

function residentMb(): number {
  return process.memoryUsage.rss() / 1e6;
}
