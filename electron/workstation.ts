import { app, BrowserWindow, session, utilityProcess, type WebContents } from 'electron';
import { channels } from '../contract/shell-channels.ts';
import { chooseSources, saveFile } from './dialogs.ts';
import { denyPermissions } from './guards/permissions.ts';
import { listenToWindows } from './ipc.ts';
import { report } from './log.ts';
import { setMenu } from './menu.ts';
import type { Places } from './places.ts';
import { serveAppScheme } from './protocol/serve.ts';
import { type Station, startStation } from './station/station.ts';
import { openWindow } from './window.ts';

/** One window and the station behind it. */
export interface Workstation {
  showWindow(): void;
  stop(): Promise<void>;
}

/** Puts the parts together; runs in main once the application is ready. */
export function startWorkstation(places: Places): Workstation {
  let window: BrowserWindow | null = null;
  let link: string | null = null;
  const station = startStationProcess(places, {
    onMessage: (windowId, message) => {
      if (windowId === link) window?.webContents.send(channels.fromStation, message);
    },
    onState(state) {
      // A station that had to be started again knows no window: this one begins a fresh link before it hears of it.
      if (state.kind === 'restarting') link = null;
      if (state.kind === 'ready' && link === null && window !== null) link = station.openLink();
      window?.webContents.send(channels.stationState, state);
    },
  });

  function endLink(): void {
    if (link !== null) station.closeLink(link);
    link = null;
  }

  denyPermissions(session.defaultSession);
  serveAppScheme({
    rendererFolder: places.rendererFolder,
    askStation: async (request) =>
      link === null
        ? { kind: 'refused', reason: 'not-signed-in', detail: 'no window is open' }
        : station.pageView(link, request),
    reportFailure: (error) => report('request-failed', String(error)),
  });
  listenToWindows({
    isOurWindow: (sender) => sender === window?.webContents,
    onStationMessage: (_sender, message) => {
      if (link !== null) station.send(link, message);
    },
    stationState: () => station.state,
    chooseSources: (sender: WebContents, kind) => chooseSources(BrowserWindow.fromWebContents(sender), kind),
    saveFile: (sender: WebContents, file) =>
      saveFile(BrowserWindow.fromWebContents(sender), file, (error) => report('file-not-saved', String(error))),
    reportRefusal: (channel, why) => report('ipc-refused', `${channel}: ${why}`),
  });
  setMenu(app.getLocale());

  function open(): void {
    window = openWindow({
      preload: places.preload,
      onDocument() {
        endLink();
        link = station.openLink();
      },
      onClosed() {
        endLink();
        window = null;
      },
      report,
    });
  }
  open();

  return {
    showWindow() {
      if (window === null) {
        open();
      } else {
        if (window.isMinimized()) window.restore();
        window.focus();
      }
    },
    stop: () => station.stop(),
  };
}

function startStationProcess(
  places: Places,
  listeners: {
    onMessage(windowId: string, message: string): void;
    onState(state: Station['state']): void;
  },
): Station {
  return startStation({
    fork: () => utilityProcess.fork(places.stationEntry, [], { serviceName: 'Tabularium station', stdio: 'inherit' }),
    start: {
      kind: 'start',
      dataFolder: places.dataFolder,
      resourcesFolder: places.resourcesFolder,
      workerEntry: places.workerEntry,
      workers: null,
    },
    onWindowMessage: listeners.onMessage,
    onState: listeners.onState,
    report,
    stopTimeoutMs: 10_000,
  });
}
