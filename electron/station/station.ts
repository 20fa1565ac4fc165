import { randomUUID } from 'node:crypto';
import type { Bilingual } from '../../contract/common.ts';
import type { StationState } from '../../contract/shell.ts';
import { type MainToStation, type PageViewAnswer, stationToMainSchema } from '../../contract/station-wire.ts';
import type { PageRequest } from '../protocol/page.ts';
import { createPageViews } from './page-views.ts';
import { createRestartLimit } from './restart-limit.ts';

/** The process behind the station, as main needs it: Electron's `UtilityProcess`, or a fake in a test. */
export interface StationProcess {
  postMessage(message: MainToStation): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  once(event: 'exit', listener: (code: number) => void): unknown;
  kill(): unknown;
}

export interface StationOptions {
  fork(): StationProcess;
  readonly start: Extract<MainToStation, { kind: 'start' }>;
  onWindowMessage(windowId: string, message: string): void;
  onState(state: StationState): void;
  report(event: string, detail: string): void;
  /** How long `stop` waits before it ends the process by force. */
  readonly stopTimeoutMs: number;
}

/** The station as the windows see it: links that carry messages, pictures of pages, and its state. */
export interface Station {
  readonly state: StationState;
  openLink(): string;
  closeLink(windowId: string): void;
  send(windowId: string, message: string): void;
  pageView(windowId: string, request: PageRequest): Promise<PageViewAnswer>;
  /** Resolves when the process is gone. */
  stop(): Promise<void>;
}

const crashedOften: Bilingual = {
  it: 'La postazione si è fermata più volte. Le pagine già acquisite sono al sicuro: chiudere e riaprire Tabularium.',
  en: 'The station stopped several times. The pages taken in so far are safe: close Tabularium and open it again.',
};

/** Starts the station's process and keeps it alive; a crash costs the links, never the window. Runs in main. */
export function startStation(options: StationOptions): Station {
  const pageViews = createPageViews();
  const restarts = createRestartLimit({ times: 3, withinMs: 60_000 });
  const waiting: MainToStation[] = [];
  let state: StationState = { kind: 'starting' };
  let child: StationProcess = begin();
  let stopping: PromiseWithResolvers<void> | null = null;

  function begin(): StationProcess {
    const begun = options.fork();
    begun.on('message', (message) => take(message));
    begun.once('exit', (code) => ended(code));
    begun.postMessage(options.start);
    return begun;
  }

  function enter(next: StationState): void {
    state = next;
    options.onState(next);
  }

  function take(raw: unknown): void {
    const parsed = stationToMainSchema.safeParse(raw);
    if (!parsed.success) {
      options.report('station-message-refused', parsed.error.message);
      return;
    }
    const message = parsed.data;
    if (message.kind === 'ready') {
      enter({ kind: 'ready' });
      for (const kept of waiting.splice(0)) child.postMessage(kept);
    } else if (message.kind === 'could-not-start') {
      options.report('station-could-not-start', `${message.code}: ${message.detail}`);
      enter({ kind: 'stopped', message: message.message });
    } else if (message.kind === 'window-message') {
      options.onWindowMessage(message.windowId, message.message);
    } else if (message.kind === 'page-view-answer') {
      pageViews.settle(message.requestId, message.answer);
    }
  }

  function ended(code: number): void {
    pageViews.refuseAll('the station ended');
    waiting.length = 0;
    if (stopping !== null) {
      stopping.resolve();
      return;
    }
    options.report('station-ended', `exit code ${code}`);
    if (state.kind === 'stopped') return;
    if (restarts.allows(Date.now())) {
      enter({ kind: 'restarting' });
      child = begin();
    } else {
      enter({ kind: 'stopped', message: crashedOften });
    }
  }

  function tell(message: MainToStation): void {
    if (state.kind === 'ready') child.postMessage(message);
    else if (state.kind !== 'stopped') waiting.push(message);
  }

  return {
    get state() {
      return state;
    },
    openLink() {
      const windowId = randomUUID();
      tell({ kind: 'window-opened', windowId });
      return windowId;
    },
    closeLink: (windowId) => tell({ kind: 'window-closed', windowId }),
    send: (windowId, message) => tell({ kind: 'window-message', windowId, message }),
    pageView(windowId, request) {
      const { requestId, answer } = pageViews.open();
      if (state.kind === 'stopped') pageViews.refuseAll('the station is stopped');
      tell({ kind: 'page-view', requestId, windowId, ...request });
      return answer;
    },
    stop() {
      if (stopping !== null) return stopping.promise;
      stopping = Promise.withResolvers<void>();
      if (state.kind === 'stopped') stopping.resolve();
      else child.postMessage({ kind: 'stop' });
      const force = setTimeout(() => child.kill(), options.stopTimeoutMs);
      return stopping.promise.finally(() => clearTimeout(force));
    },
  };
}
