import { BrowserWindow, type Session } from 'electron';
import { guardNavigation } from './guards/navigation.ts';
import { startAddress } from './origin.ts';

export interface WindowOptions {
  readonly preload: string;
  readonly session: Session;
  /** A document begins or begins anew: earlier links of this window are over. */
  onDocument(): void;
  onClosed(): void;
  report(event: string, detail: string): void;
}

/** Opens a window of the workstation, sandboxed, on the built renderer. */
export function openWindow(options: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    title: 'Tabularium',
    webPreferences: {
      preload: options.preload,
      session: options.session,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      webviewTag: false,
      webSecurity: true,
      // It would fetch dictionaries, and names are not in them.
      spellcheck: false,
    },
  });
  const contents = window.webContents;
  guardNavigation(contents);
  contents.on('did-navigate', () => options.onDocument());
  contents.on('render-process-gone', (_event, { reason }) => {
    options.report('window-gone', reason);
    if (reason !== 'clean-exit' && !window.isDestroyed()) contents.reload();
  });
  window.once('ready-to-show', () => window.show());
  window.on('closed', () => options.onClosed());
  window.loadURL(startAddress).catch((error) => options.report('window-not-loaded', String(error)));
  return window;
}
