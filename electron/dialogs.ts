import { writeFile } from 'node:fs/promises';
import { type BrowserWindow, dialog } from 'electron';
import type { FileToSave, SaveOutcome, SourceKind } from '../contract/shell.ts';

const openOptions: Readonly<Record<SourceKind, Electron.OpenDialogOptions>> = {
  folder: { properties: ['openDirectory'] },
  files: {
    properties: ['openFile', 'multiSelections'],
    filters: [{ name: 'PDF, TIFF, JPEG, PNG, WebP', extensions: ['pdf', 'tif', 'tiff', 'jpg', 'jpeg', 'png', 'webp'] }],
  },
  zip: { properties: ['openFile'], filters: [{ name: 'ZIP', extensions: ['zip'] }] },
  list: { properties: ['openFile'], filters: [{ name: 'CSV', extensions: ['csv', 'txt'] }] },
};

/** Asks for files or a folder; resolves to absolute paths, empty when cancelled. */
export async function chooseSources(window: BrowserWindow | null, kind: SourceKind): Promise<string[]> {
  const options = openOptions[kind];
  const chosen = await (window === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options));
  return chosen.canceled ? [] : chosen.filePaths;
}

const formats: Readonly<Record<FileToSave['kind'], Electron.FileFilter>> = {
  table: { name: 'CSV', extensions: ['csv'] },
  pdf: { name: 'PDF', extensions: ['pdf'] },
};

/** Asks where a file goes and writes it there; `reportFailure` is told why that could not be done. */
export async function saveFile(
  window: BrowserWindow | null,
  file: FileToSave,
  reportFailure: (error: unknown) => void,
): Promise<SaveOutcome> {
  const options = { defaultPath: file.name, filters: [formats[file.kind]] };
  const chosen = await (window === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(window, options));
  if (chosen.canceled) return 'cancelled';
  try {
    await writeFile(chosen.filePath, file.kind === 'pdf' ? Buffer.from(file.base64, 'base64') : file.text);
    return 'saved';
  } catch (error) {
    reportFailure(error);
    return 'failed';
  }
}
