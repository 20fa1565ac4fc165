import { writeFile } from 'node:fs/promises';
import { type BrowserWindow, dialog } from 'electron';
import type { SaveOutcome, SourceKind, TableFile } from '../contract/shell.ts';

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

/** Asks where a table goes and writes it there; `reportFailure` is told why that could not be done. */
export async function saveTable(
  window: BrowserWindow | null,
  { name, text }: TableFile,
  reportFailure: (error: unknown) => void,
): Promise<SaveOutcome> {
  const options = { defaultPath: name, filters: [{ name: 'CSV', extensions: ['csv'] }] };
  const chosen = await (window === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(window, options));
  if (chosen.canceled) return 'cancelled';
  try {
    await writeFile(chosen.filePath, text);
    return 'saved';
  } catch (error) {
    reportFailure(error);
    return 'failed';
  }
}
