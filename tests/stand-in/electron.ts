/**
 * Test equipment: the part of Electron's main-process API that the shell uses, over Node and Chromium's DevTools
 * protocol, so that the built bundles run unchanged where Electron's own binary is not at hand. It is not Electron:
 * docs/security.md lists what it cannot show.
 */
export { app } from './app.ts';
export { BrowserWindow } from './browser-window.ts';
export { dialog } from './dialog.ts';
export { ipcMain } from './ipc-main.ts';
export { Menu } from './menu.ts';
export { protocol } from './protocol.ts';
export { session } from './session.ts';
export { utilityProcess } from './utility-process.ts';
