import type { CDPSession, Page } from '@playwright/test';
import { z } from 'zod';

const eventSchema = z.object({
  name: z.string(),
  ph: z.string(),
  pid: z.number(),
  tid: z.number(),
  /** Microseconds. */
  ts: z.number(),
  dur: z.number().optional(),
  /** Time of the thread itself, without that of others on the machine, in microseconds. */
  tdur: z.number().optional(),
  args: z.looseObject({ name: z.string().optional() }).optional(),
});
type TraceEvent = z.infer<typeof eventSchema>;

/** What Chromium says of the frames of a stretch of work. */
export interface FrameTrace {
  readonly drawn: number;
  /** Frames that were due and not drawn. */
  readonly dropped: number;
  /** Time between frames drawn one after the other, in milliseconds. */
  readonly intervalsMs: readonly number[];
  /** Work of the page's own thread without a break, in milliseconds of its processor time. */
  readonly tasksMs: readonly number[];
}

const categories = ['disabled-by-default-devtools.timeline', 'disabled-by-default-devtools.timeline.frame'];

/** Traces the browser while something is done in a window of its own. */
export async function traceFrames(window: Page, work: () => Promise<void>): Promise<FrameTrace> {
  const browser = window.context().browser();
  if (browser === null) throw new Error('the window belongs to no browser that can be traced');
  const session = await browser.newBrowserCDPSession();
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: [...categories, 'devtools.timeline.frame', '__metadata'] },
  });
  await work();
  const events = await endTrace(session);
  await session.detach();
  return readFrames(events);
}

async function endTrace(session: CDPSession): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value) {
      const parsed = eventSchema.safeParse(event);
      if (parsed.success) events.push(parsed.data);
    }
  });
  const complete = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.end');
  await complete;
  return events;
}

function readFrames(events: readonly TraceEvent[]): FrameTrace {
  const drawn = events.filter(({ name }) => name === 'DrawFrame').sort((a, b) => a.ts - b.ts);
  const pageThreads = new Set(
    events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(threadOf),
  );
  const tasks = events.filter((event) => event.name === 'RunTask' && pageThreads.has(threadOf(event)));
  return {
    drawn: drawn.length,
    dropped: events.filter(({ name }) => name === 'DroppedFrame').length,
    intervalsMs: drawn.slice(1).map(({ ts }, index) => (ts - (drawn[index]?.ts ?? ts)) / 1000),
    tasksMs: tasks.map(({ tdur, dur }) => (tdur ?? dur ?? 0) / 1000),
  };
}

function threadOf({ pid, tid }: TraceEvent): string {
  return `${pid} ${tid}`;
}
