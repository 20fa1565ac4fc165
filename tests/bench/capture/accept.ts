import { copyFile, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { feedBatch } from '../../../station/capture/feed-batch.ts';
import { finishPage } from '../../../station/capture/scanners/page/finish-page.ts';
import type { Scanner } from '../../../station/capture/scanners/scanner.ts';
import { createLogger } from '../../../station/logger.ts';
import { openStore } from '../../../station/store/store.ts';
import { type Measure, measured, median } from '../measure.ts';
import type { CaptureContext, CapturePart } from './part.ts';
import { type Channels, drawPicture, enterPile, pictures, writePages } from './scanned-pages.ts';

const aims: Readonly<Record<Channels, number>> = { 3: 10, 1: 20 };

/** Pages per second that are taken in for good, beside a plain copy that waits for the disk. */
export const acceptPart: CapturePart = {
  name: 'accept',
  async run(context) {
    const measures: Measure[] = [];
    for (const picture of pictures) measures.push(...(await measurePages(picture, context)));
    return measures;
  },
};

interface Timing {
  readonly wallSeconds: number;
  readonly cpuSeconds: number;
}

async function measurePages(
  { name: on, channels }: (typeof pictures)[number],
  { pages, rounds, scratch }: CaptureContext,
): Promise<Measure[]> {
  const picture = await drawPicture(channels);
  const accepted: Timing[] = [];
  const copied: Timing[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const folder = join(scratch, `accept-${channels}-${round}`);
    const paths = await writePages(folder, picture, pages);
    copied.push(await timed(() => copyPlainly(paths, join(folder, 'copies'))));
    accepted.push(await acceptAll(paths, join(folder, 'station')));
    await rm(folder, { recursive: true });
  }
  const count = pages;
  const seconds = (of: readonly Timing[]) => median(of.map(({ wallSeconds }) => wallSeconds));
  const ratio = median(accepted.map(({ wallSeconds }, round) => (copied[round]?.wallSeconds ?? 0) / wallSeconds));
  const cpu = median(accepted.map(({ cpuSeconds }) => (1000 * cpuSeconds) / pages));
  const aim = { atLeast: aims[channels] };
  return [
    measured({ measure: 'page file', on, value: picture.length / 1e6, unit: 'MB', count: 1 }),
    measured({ measure: 'pages accepted durably', on, value: pages / seconds(accepted), unit: 'pages/s', count, aim }),
    measured({ measure: 'pages copied with fsync', on, value: pages / seconds(copied), unit: 'pages/s', count }),
    measured({ measure: 'accepting against copying', on, value: ratio, unit: 'ratio', count: rounds }),
    measured({ measure: 'CPU of accepting', on, value: cpu, unit: 'ms/page', count }),
  ];
}

async function copyPlainly(paths: readonly string[], folder: string): Promise<void> {
  await mkdir(folder);
  for (const [index, path] of paths.entries()) {
    const target = join(folder, String(index));
    await copyFile(path, target);
    await sync(target);
    await sync(folder);
  }
}

async function sync(path: string): Promise<void> {
  await using handle = await open(path, 'r');
  await handle.sync();
}

async function acceptAll(paths: readonly string[], folder: string): Promise<Timing> {
  const store = await openStore(folder, { clock: () => new Date() });
  try {
    const scan = enterPile(store);
    const options = { store, logger: createLogger('silent'), scanner: givingFiles(paths), scan };
    return await timed(async () => {
      const stop = await feedBatch({ ...options, control: freely, onPage: () => undefined, freeBytes: plenty });
      if (stop !== 'feeder-empty') throw new Error(`the scan ended with ${stop}`);
    });
  } finally {
    store.close();
  }
}

const freely = { signal: new AbortController().signal, untilReleased: async () => undefined };
const plenty = async () => Number.POSITIVE_INFINITY;

/** A scanner whose pages are there already: only what the station does with them is timed. */
function givingFiles(paths: readonly string[]): Scanner {
  return {
    capabilities: async () => ({ model: 'files', sources: [] }),
    state: async () => 'idle',
    async *scan() {
      for (const path of paths) yield await finishPage(path);
    },
  };
}

async function timed(work: () => Promise<void>): Promise<Timing> {
  const before = process.cpuUsage();
  const startMs = performance.now();
  await work();
  const wallSeconds = (performance.now() - startMs) / 1000;
  const { user, system } = process.cpuUsage(before);
  return { wallSeconds, cpuSeconds: (user + system) / 1e6 };
}
