import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { buildIfStale } from '../../../../tools/shell/build.ts';
import { launchApp } from '../../../e2e/fixtures/launch-app.ts';
import { createFirstAccount, people } from '../../../e2e/support/people.ts';
import { switchLanguage } from '../../../e2e/support/screens.ts';
import { type Measure, measured, median } from '../../measure.ts';
import { measureTree } from '../../process-tree.ts';
import type { CapturePart } from '../part.ts';
import { seedLargePile } from './large-pile.ts';
import { type FrameTrace, traceFrames } from './trace.ts';

const pages = 10_000;
const scrolledFrames = 600;
const openedTimes = 5;
const emptyList = 'empty-list';
/** One frame of a screen that draws sixty in a second. */
const frameMs = 1000 / 60;

/** Opening and scrolling a batch of ten thousand pages in the built application. */
export const screenPart: CapturePart = {
  name: 'screen',
  async run({ scratch }) {
    buildIfStale();
    const folder = join(scratch, 'screen');
    const batchId = await seedLargePile(join(folder, 'workstation'), pages);
    const app = await launchApp({ folder });
    try {
      const { window } = app;
      await window.setViewportSize({ width: 1366, height: 768 });
      await switchLanguage(window, 'it');
      await createFirstAccount(window, people.administrator);
      await window.getByRole('heading', { name: 'Lotti' }).waitFor();
      return [
        ...(await measureOpening(window, 'pile', `#/batches/${batchId}/pile`, '[role=option]')),
        ...(await measureOpening(window, 'batch', `#/batches/${batchId}`, '[data-state] strong')),
        ...(await measureScrolling(window, `#/batches/${batchId}/pile`)),
      ];
    } finally {
      await app.close();
    }
  },
};

/** From the press of a link to the first tiles, and to the first pictures, several times over. */
async function measureOpening(window: Page, on: string, address: string, tile: string): Promise<Measure[]> {
  const tilesMs: number[] = [];
  const picturesMs: number[] = [];
  for (let turn = 0; turn < openedTimes; turn += 1) {
    await leave(window);
    const times = await window.evaluate(openAndWait, { address, tile });
    tilesMs.push(times.tilesMs);
    picturesMs.push(times.picturesMs);
  }
  const figure = { on: `${on}, ${pages} pages`, unit: 'ms', count: openedTimes };
  return [
    measured({ ...figure, measure: 'open until tiles, median', value: median(tilesMs), aim: { atMost: 1000 } }),
    measured({ ...figure, measure: 'open until pictures, median', value: median(picturesMs) }),
  ];
}

async function leave(window: Page): Promise<void> {
  await window.evaluate(() => {
    document.location.hash = '#/forms';
  });
  await window.getByRole('heading', { name: 'Moduli' }).waitFor();
}

/** Runs in the window. */
async function openAndWait({ address, tile }: { address: string; tile: string }) {
  const startedMs = performance.now();
  const until = async (isThere: () => boolean): Promise<number> => {
    while (!isThere()) await new Promise((resolve) => requestAnimationFrame(resolve));
    return performance.now() - startedMs;
  };
  document.location.hash = address;
  const tilesMs = await until(() => document.querySelectorAll(tile).length > 0);
  const picturesMs = await until(() => {
    const images = [...document.querySelectorAll<HTMLImageElement>('[role=presentation] img')];
    return images.length > 0 && images.every(({ complete, naturalWidth }) => complete && naturalWidth > 0);
  });
  return { tilesMs, picturesMs };
}

/** A wheel that turns without a pause through the pile, as somebody does who looks for a page. */
async function measureScrolling(window: Page, address: string): Promise<Measure[]> {
  await leave(window);
  await window.evaluate(openAndWait, { address, tile: '[role=option]' });
  const list = '[role=listbox]';
  const { result: trace, use } = await measureTree(() => traceScrolling(window, list));
  await window.evaluate(layEmptyList, emptyList);
  const empty = await traceScrolling(window, `#${emptyList}`);
  const figure = { on: `pile, ${pages} pages, scrolling`, count: trace.drawn };
  const late = trace.intervalsMs.filter((intervalMs) => intervalMs > 1.5 * frameMs).length;
  const tasks = { on: figure.on, unit: 'ms', count: trace.tasksMs.length };
  return [
    measured({ ...figure, measure: 'frames dropped', value: trace.dropped, unit: 'count', aim: { atMost: 0 } }),
    measured({
      ...{ measure: 'frames dropped', on: 'an empty list, scrolling', value: empty.dropped, unit: 'count' },
      count: empty.drawn,
    }),
    measured({ ...figure, measure: 'work of the page, each frame', value: workOf(trace), unit: 'ms CPU' }),
    measured({ ...figure, measure: 'frames later than one and a half', value: late, unit: 'count' }),
    measured({ ...figure, measure: 'frame time, median', value: median(trace.intervalsMs), unit: 'ms' }),
    measured({ ...figure, measure: 'frame time, 95 of 100', value: highOf(trace.intervalsMs), unit: 'ms' }),
    measured({
      ...{ ...tasks, measure: 'longest task of the page (its processor time)', value: Math.max(0, ...trace.tasksMs) },
      aim: { atMost: frameMs },
    }),
    measured({ ...figure, measure: 'memory of window and station, highest', value: use.peakMemoryMb, unit: 'MB' }),
  ];
}

function traceScrolling(window: Page, list: string): Promise<FrameTrace> {
  return traceFrames(window, () => window.evaluate(scrollThrough, { list, frames: scrolledFrames }));
}

/** Processor time of the page's own thread, told by no clock on the wall: it is the same on a busy machine. */
function workOf({ tasksMs, drawn }: FrameTrace): number {
  return tasksMs.reduce((sum, ms) => sum + ms, 0) / drawn;
}

/** Runs in the window: covers it with a list as long as the pile's and with nothing in it, to scroll as well. */
function layEmptyList(id: string): void {
  const list = document.createElement('div');
  list.id = id;
  list.style.cssText = 'position: fixed; inset: 0; overflow: auto; background: white; z-index: 9999';
  const body = document.createElement('div');
  body.style.height = '500000px';
  list.append(body);
  document.body.append(list);
}

/** Runs in the window. */
async function scrollThrough({ list: selector, frames }: { list: string; frames: number }): Promise<void> {
  const list = document.querySelector(selector);
  if (list === null) throw new Error('there is nothing on screen to scroll');
  for (let frame = 0; frame < frames; frame += 1) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    list.scrollTop += 100;
  }
}

function highOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.NaN;
}
