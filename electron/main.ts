import { app } from 'electron';
import { report } from './log.ts';
import { findPlaces } from './places.ts';
import { declareAppScheme } from './protocol/serve.ts';
import { startWorkstation, type Workstation } from './workstation.ts';

/** Entry of Electron's main process: window, guards, protocol and dialogs; the work is the station's. */
function main(): void {
  if (!app.requestSingleInstanceLock()) {
    report('second-instance', 'the first one was told');
    app.exit(0);
    return;
  }
  app.enableSandbox();
  declareAppScheme();

  let workstation: Workstation | null = null;
  let stopped = false;
  app.on('second-instance', () => workstation?.showWindow());
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (stopped || workstation === null) return;
    event.preventDefault();
    void workstation.stop().finally(() => {
      stopped = true;
      app.quit();
    });
  });
  process.on('uncaughtException', (error) => crash(error));
  process.on('unhandledRejection', (error) => crash(error));

  void app.whenReady().then(() => {
    workstation = startWorkstation(
      findPlaces({
        mainFolder: import.meta.dirname,
        appFolder: app.getAppPath(),
        userDataFolder: app.getPath('userData'),
        packagedResources: app.isPackaged ? process.resourcesPath : null,
        commandLine: process.argv,
      }),
    );
  });
}

/** A bug in main: nothing here holds data, so the safe thing is to end; the station has its own process and log. */
function crash(error: unknown): void {
  report('main-crashed', error instanceof Error ? (error.stack ?? error.message) : String(error));
  app.exit(1);
}

main();
