import { EventEmitter } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import type { StationState } from '../../../contract/shell.ts';
import type { MainToStation, StationToMain } from '../../../contract/station-wire.ts';
import { type StationOptions, type StationProcess, startStation } from '../../../electron/station/station.ts';

const pageId = '6f1d4a52-5d0f-4c0e-8d5a-0f3f0c8a9b11';
const start: StationOptions['start'] = {
  kind: 'start',
  dataFolder: '/data',
  resourcesFolder: '/resources',
  workerEntry: null,
  workers: null,
};

class FakeProcess extends EventEmitter implements StationProcess {
  readonly received: MainToStation[] = [];
  readonly kill = vi.fn();

  postMessage(message: MainToStation): void {
    this.received.push(message);
  }

  say(message: StationToMain): void {
    this.emit('message', message);
  }

  kinds(): string[] {
    return this.received.map(({ kind }) => kind);
  }
}

function given() {
  const processes: FakeProcess[] = [];
  const states: StationState['kind'][] = [];
  const messages: string[][] = [];
  const reports: string[] = [];
  const station = startStation({
    fork: () => {
      const process = new FakeProcess();
      processes.push(process);
      return process;
    },
    start,
    onWindowMessage: (windowId, message) => messages.push([windowId, message]),
    onState: ({ kind }) => states.push(kind),
    report: (event) => reports.push(event),
    stopTimeoutMs: 60_000,
  });
  const latest = () => {
    const process = processes.at(-1);
    if (process === undefined) throw new Error('no process was started');
    return process;
  };
  return { station, processes, states, messages, reports, latest };
}

describe('the station behind the window', () => {
  it('is started once, told where its folders are, and ready when it says so', () => {
    const { station, latest, states } = given();
    expect(latest().received).toEqual([start]);
    expect(station.state.kind).toBe('starting');
    latest().say({ kind: 'ready' });
    expect(states).toEqual(['ready']);
  });

  it('gets what a window sent before it was ready, in order', () => {
    const { station, latest } = given();
    const windowId = station.openLink();
    station.send(windowId, 'first');
    expect(latest().kinds()).toEqual(['start']);
    latest().say({ kind: 'ready' });
    expect(latest().received.slice(1)).toEqual([
      { kind: 'window-opened', windowId },
      { kind: 'window-message', windowId, message: 'first' },
    ]);
  });

  it('gives every link an id of its own', () => {
    const { station } = given();
    expect(station.openLink()).not.toBe(station.openLink());
  });

  it('answers the request that asked, whatever the order', async () => {
    const { station, latest } = given();
    latest().say({ kind: 'ready' });
    const windowId = station.openLink();
    const pictures = [
      station.pageView(windowId, { pageId, view: 'full' }),
      station.pageView(windowId, { pageId, view: 'screen' }),
    ];
    const ids = latest().received.flatMap((message) => (message.kind === 'page-view' ? [message.requestId] : []));
    for (const [index, requestId] of [...ids.entries()].reverse()) {
      latest().say({
        kind: 'page-view-answer',
        requestId,
        answer: { kind: 'file', path: `/picture-${index}`, mediaType: 'image/png' },
      });
    }
    expect(await Promise.all(pictures)).toMatchObject([{ path: '/picture-0' }, { path: '/picture-1' }]);
  });

  it('refuses a message that is not in the protocol', () => {
    const { latest, reports, states } = given();
    latest().emit('message', { kind: 'ready', more: true });
    expect(reports).toEqual(['station-message-refused']);
    expect(states).toEqual([]);
  });
});

describe('a station that ends by itself', () => {
  it('is started again, and the windows are told', () => {
    const { processes, latest, states } = given();
    latest().say({ kind: 'ready' });
    latest().emit('exit', 1);
    expect(processes).toHaveLength(2);
    latest().say({ kind: 'ready' });
    expect(states).toEqual(['ready', 'restarting', 'ready']);
  });

  it('leaves no request for a picture waiting', async () => {
    const { station, latest } = given();
    latest().say({ kind: 'ready' });
    const picture = station.pageView(station.openLink(), { pageId, view: 'full' });
    latest().emit('exit', 1);
    expect(await picture).toMatchObject({ kind: 'refused', reason: 'failed' });
  });

  it('is given up after three restarts within a minute, with words for the person', () => {
    const { station, processes, latest, states } = given();
    for (let crash = 0; crash < 4; crash += 1) latest().emit('exit', 1);
    expect(processes).toHaveLength(4);
    expect(states.at(-1)).toBe('stopped');
    expect(station.state).toMatchObject({ message: { it: expect.any(String), en: expect.any(String) } });
  });

  it('is not started again when it could not open its folder', async () => {
    const { station, processes, latest } = given();
    const message = { it: 'La cartella è in uso.', en: 'The folder is in use.' };
    latest().say({ kind: 'could-not-start', code: 'folder-in-use', message, detail: '' });
    latest().emit('exit', 1);
    expect(processes).toHaveLength(1);
    expect(station.state).toEqual({ kind: 'stopped', message });
    expect(await station.pageView('w', { pageId, view: 'full' })).toMatchObject({ kind: 'refused' });
  });
});

describe('stopping', () => {
  it('asks the station to end its work and waits for it', async () => {
    const { station, latest, processes } = given();
    latest().say({ kind: 'ready' });
    const stopped = station.stop();
    expect(latest().kinds()).toEqual(['start', 'stop']);
    latest().emit('exit', 0);
    await stopped;
    expect(processes).toHaveLength(1);
  });

  it('ends it by force when it does not answer in time', async () => {
    vi.useFakeTimers();
    const { station, latest } = given();
    const stopped = station.stop();
    vi.advanceTimersByTime(60_000);
    expect(latest().kill).toHaveBeenCalledOnce();
    latest().emit('exit', 1);
    await stopped;
    vi.useRealTimers();
  });
});
