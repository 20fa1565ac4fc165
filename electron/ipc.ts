import { type IpcMainEvent, type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import { z } from 'zod';
import {
  type FileToSave,
  fileToSaveSchema,
  type SaveOutcome,
  type SourceKind,
  type StationState,
  sourceKindSchema,
} from '../contract/shell.ts';
import { channels } from '../contract/shell-channels.ts';
import { isTrustedSender } from './guards/sender.ts';

export interface IpcHandlers {
  isOurWindow(sender: unknown): boolean;
  onStationMessage(sender: WebContents, message: string): void;
  stationState(): StationState;
  chooseSources(sender: WebContents, kind: SourceKind): Promise<string[]>;
  saveFile(sender: WebContents, file: FileToSave): Promise<SaveOutcome>;
  /** A refused message is a sign of an attack or of a bug; it is logged without its content. */
  reportRefusal(channel: string, why: 'sender' | 'content'): void;
}

/** The only file that touches `ipcMain`: every message is checked for its sender and its content here. */
export function listenToWindows(handlers: IpcHandlers): void {
  const accept = <T>(
    event: IpcMainEvent | IpcMainInvokeEvent,
    channel: string,
    schema: z.ZodType<T>,
    value: unknown,
  ) => {
    if (!isTrustedSender(event, handlers.isOurWindow)) {
      handlers.reportRefusal(channel, 'sender');
      return null;
    }
    const parsed = schema.safeParse(value);
    if (!parsed.success) handlers.reportRefusal(channel, 'content');
    return parsed.success ? { content: parsed.data } : null;
  };

  ipcMain.on(channels.toStation, (event, value: unknown) => {
    const accepted = accept(event, channels.toStation, z.string(), value);
    if (accepted !== null) handlers.onStationMessage(event.sender, accepted.content);
  });
  ipcMain.handle(channels.stationState, (event) => {
    if (accept(event, channels.stationState, z.undefined(), undefined) === null) throw new Error('refused');
    return handlers.stationState();
  });
  ipcMain.handle(channels.chooseSources, (event, value: unknown) => {
    const accepted = accept(event, channels.chooseSources, sourceKindSchema, value);
    if (accepted === null) throw new Error('refused');
    return handlers.chooseSources(event.sender, accepted.content);
  });
  ipcMain.handle(channels.saveFile, (event, value: unknown) => {
    const accepted = accept(event, channels.saveFile, fileToSaveSchema, value);
    if (accepted === null) throw new Error('refused');
    return handlers.saveFile(event.sender, accepted.content);
  });
}
