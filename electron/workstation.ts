import { app, BrowserWindow, utilityProcess, type WebContents } from 'electron';
import { chooseSources, saveFile } from './dialogs.ts';
import { listenToWindows } from './ipc.ts';
import { report } from './log.ts';
import { setMenu } from './menu.ts';
import type { Places } from './places.ts';
import { type Station, startStation } from './station/station.ts';
import { createWindows } from './windows.ts';

/** The windows and the station behind them. */
export interface Workstation {
  showWindow(): void;
  stop(): Promise<void>;
}

/** Puts the parts together; runs in main once the application is ready. */
export function startWorkstation(places: Places): Workstation {
  const station = startStationProcess(places, {
    onMessage: (linkId, message) => windows.deliver(linkId, message),
    onState: (state) => windows.tell(state),
  });
  const { preload, rendererFolder } = places;
  const windows = createWindows({ preload, rendererFolder, station, report });
  listenToWindows({
    isOurWindow: windows.isOurs,
    onStationMessage: windows.send,
    stationState: () => station.state,
    chooseSources: (sender: WebContents, kind) => chooseSources(BrowserWindow.fromWebContents(sender), kind),
    saveFile: (sender: WebContents, file) =>
      saveFile(BrowserWindow.fromWebContents(sender), file, (error) => report('file-not-saved', String(error))),
    reportRefusal: (channel, why) => report('ipc-refused', `${channel}: ${why}`),
  });
  setMenu(app.getLocale(), { openWindow: windows.open });
  windows.open();
  return { showWindow: windows.show, stop: () => station.stop() };
}

function startStationProcess(
  places: Places,
  listeners: {
    onMessage(linkId: string, message: string): void;
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
