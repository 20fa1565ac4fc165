import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { enterScannedPage } from '../../../station/capture/enter-scanned-page.ts';
import { finishPage } from '../../../station/capture/scanners/page/finish-page.ts';
import { createLogger } from '../../../station/logger.ts';
import { findResources } from '../../../station/resources.ts';
import { openStation, type Station } from '../../../station/station.ts';
import { countQuality } from '../../../station/store/page-quality.ts';
import { type Measure, measured, median } from '../measure.ts';
import type { CapturePart } from './part.ts';
import { drawPicture, enterPile, pictures, writePages } from './scanned-pages.ts';

const longestMs = 60_000;

/**
 * Time from a page that is safe to the verdict on its picture, with a station that reads the pages before it at the same
 * time, as on a working day.
 */
export const verdictPart: CapturePart = {
  name: 'verdict',
  async run({ pages, scratch }) {
    const measures: Measure[] = [];
    for (const picture of pictures) {
      const folder = join(scratch, `verdict-${picture.channels}`);
      const paths = await writePages(folder, await drawPicture(picture.channels), Math.min(pages, 20));
      const options = { folder: join(folder, 'station'), resources: findResources(), clock: () => new Date() };
      const station = await openStation({ ...options, logger: createLogger('silent') });
      try {
        measures.push(...(await measureVerdicts(picture.name, station, paths)));
      } finally {
        await station.close();
      }
    }
    return measures;
  },
};

async function measureVerdicts(on: string, station: Station, paths: readonly string[]): Promise<Measure[]> {
  station.start();
  const { batchId } = enterPile(station.store);
  const timesMs: number[] = [];
  for (const [index, path] of paths.entries()) {
    await enterScannedPage(station.store, await finishPage(path), { batchId, duplex: false, startsJob: index === 0 });
    const startMs = performance.now();
    station.announce(batchId);
    while (countQuality(station.store, batchId).assessed <= index) {
      if (performance.now() - startMs > longestMs) throw new Error('no verdict came');
      await setTimeout(2);
    }
    timesMs.push(performance.now() - startMs);
  }
  // The first page waits for the worker to start.
  const [first = Number.NaN, ...others] = timesMs;
  const count = others.length;
  const aim = { atMost: 1000 };
  return [
    measured({ measure: 'from page to verdict, median', on, value: median(others), unit: 'ms', count, aim }),
    measured({ measure: 'from page to verdict, longest', on, value: Math.max(...others), unit: 'ms', count, aim }),
    measured({ measure: 'from page to verdict, first', on, value: first, unit: 'ms', count: 1 }),
  ];
}
