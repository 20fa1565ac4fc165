import type { Page } from '@playwright/test';
import { type Measure, measured, median } from '../../measure.ts';
import { measureTree } from '../../process-tree.ts';
import { type FrameTrace, traceFrames } from './trace.ts';

export interface ScrolledList {
  /** Selector of the element that scrolls. */
  readonly list: string;
  readonly on: string;
}

interface Pace {
  readonly name: string;
  readonly seconds: number;
  /** Pixels of the screen. A wheel does not wait for frames that come late. */
  readonly pxPerSecond: number;
}

/** A wheel that turns without a pause, as somebody does who looks for a page: 23 rows a second. */
const hasty: Pace = { name: 'in haste', seconds: 10, pxPerSecond: 6000 };
/** Slow enough to look at each picture: six rows a second. */
const looking: Pace = { name: 'looking', seconds: 10, pxPerSecond: 1440 };
const plainLists = ['an empty list', 'a list of coloured boxes'] as const;
/** One frame of a screen that draws sixty in a second. */
const frameMs = 1000 / 60;

/**
 * Scrolls a list of the window as if in haste and as if looking at each picture, and then lists of plain HTML laid over
 * it, as fast: what these drop, no list could do without on this machine.
 */
export async function measureScrolling(window: Page, { list, on }: ScrolledList): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const pace of [looking, hasty]) {
    const { result: trace, use } = await measureTree(() => traceScrolling(window, list, pace));
    measures.push(...measuresOf(trace, `${on}, ${pace.name}`, use.peakMemoryMb));
  }
  for (const plain of plainLists) {
    const id = 'plain-list';
    await window.evaluate(layPlainList, { id, boxes: plain === 'a list of coloured boxes' });
    const trace = await traceScrolling(window, `#${id}`, hasty);
    const figure = { on: `${plain}, in haste`, count: trace.drawn };
    measures.push(
      measured({ ...figure, measure: 'frames dropped', value: trace.dropped, unit: 'count' }),
      measured({ ...figure, measure: 'work of the page, each frame', value: workOf(trace), unit: 'ms CPU' }),
    );
  }
  return measures;
}

function measuresOf(trace: FrameTrace, on: string, peakMemoryMb: number): Measure[] {
  const figure = { on, count: trace.drawn };
  const late = trace.intervalsMs.filter((intervalMs) => intervalMs > 1.5 * frameMs).length;
  return [
    measured({ ...figure, measure: 'frames dropped', value: trace.dropped, unit: 'count', aim: { atMost: 0 } }),
    measured({ ...figure, measure: 'work of the page, each frame', value: workOf(trace), unit: 'ms CPU' }),
    measured({ ...figure, measure: 'frames later than one and a half', value: late, unit: 'count' }),
    measured({ ...figure, measure: 'frame time, median', value: median(trace.intervalsMs), unit: 'ms' }),
    measured({ ...figure, measure: 'frame time, 95 of 100', value: highOf(trace.intervalsMs), unit: 'ms' }),
    measured({
      ...{ measure: 'longest task of the page (its processor time)', value: Math.max(0, ...trace.tasksMs) },
      ...{ on, unit: 'ms', count: trace.tasksMs.length, aim: { atMost: frameMs } },
    }),
    measured({ ...figure, measure: 'memory of window and station, highest', value: peakMemoryMb, unit: 'MB' }),
  ];
}

function traceScrolling(window: Page, list: string, { seconds, pxPerSecond }: Pace): Promise<FrameTrace> {
  return traceFrames(window, () => window.evaluate(scrollThrough, { list, seconds, pxPerSecond }));
}

/** Processor time of the page's own thread, told by no clock on the wall: it is the same on a busy machine. */
function workOf({ tasksMs, drawn }: FrameTrace): number {
  return tasksMs.reduce((sum, ms) => sum + ms, 0) / drawn;
}

/** Runs in the window: covers it with a list as long as is scrolled, empty or of boxes as large as the pile's tiles. */
function layPlainList({ id, boxes }: { id: string; boxes: boolean }): void {
  document.getElementById(id)?.remove();
  const list = document.createElement('div');
  list.id = id;
  list.style.cssText = 'position: fixed; inset: 0; overflow: auto; background: white; z-index: 9999';
  const body = document.createElement('div');
  body.style.cssText = 'position: relative; height: 100000px';
  for (let index = 0; boxes && index < 2_000; index += 1) {
    const box = document.createElement('div');
    const place = `top: ${Math.floor(index / 5) * 258}px; left: ${(index % 5) * 158}px`;
    box.style.cssText = `position: absolute; ${place}; width: 150px; height: 250px; background: hsl(${index * 7} 50% 60%)`;
    body.append(box);
  }
  list.append(body);
  document.body.append(list);
}

/** Runs in the window. */
async function scrollThrough(options: { list: string; seconds: number; pxPerSecond: number }): Promise<void> {
  const list = document.querySelector(options.list);
  if (list === null) throw new Error('there is nothing on screen to scroll');
  const topPx = list.scrollTop;
  const startedMs = performance.now();
  for (let elapsed = 0; elapsed < options.seconds; elapsed = (performance.now() - startedMs) / 1000) {
    list.scrollTop = topPx + elapsed * options.pxPerSecond;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

function highOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.NaN;
}
