import { type BrowserWindow, dialog } from 'electron';
import type { SourceKind } from '../contract/shell.ts';

/** Asks for files or a folder; resolves to absolute paths, empty when cancelled. */
export async function chooseSources(window: BrowserWindow | null, kind: SourceKind): Promise<string[]> {
  const options: Electron.OpenDialogOptions =
    kind === 'folder'
      ? { properties: ['openDirectory'] }
      : {
          properties: ['openFile', 'multiSelections'],
          filters: [
            { name: 'PDF, TIFF, JPEG, PNG, WebP', extensions: ['pdf', 'tif', 'tiff', 'jpg', 'jpeg', 'png', 'webp'] },
          ],
        };
  const chosen = await (window === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options));
  return chosen.canceled ? [] : chosen.filePaths;
}
