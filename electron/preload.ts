import { contextBridge, ipcRenderer } from 'electron';
import type { FileToSave, ShellApi, SourceKind, StationState } from '../contract/shell.ts';
import { channels } from '../contract/shell-channels.ts';

/** Runs sandboxed beside the page: puts `window.tabularium` there, and nothing else. */
const api: ShellApi = {
  station: {
    send: (message: string) => ipcRenderer.send(channels.toStation, message),
    onMessage: (listener: (message: string) => void) => listen<string>(channels.fromStation, listener),
    onState(listener: (state: StationState) => void) {
      let told = false;
      const stop = listen<StationState>(channels.stationState, (state) => {
        told = true;
        listener(state);
      });
      void ipcRenderer.invoke(channels.stationState).then((state: StationState) => {
        if (!told) listener(state);
      });
      return stop;
    },
  },
  chooseSources: (kind: SourceKind) => ipcRenderer.invoke(channels.chooseSources, kind),
  saveFile: (file: FileToSave) => ipcRenderer.invoke(channels.saveFile, file),
};

/** Takes the event away from the page: it would hand over the sender. */
function listen<T>(channel: string, listener: (value: T) => void): () => void {
  const receive = (_event: unknown, value: T) => listener(value);
  ipcRenderer.on(channel, receive);
  return () => void ipcRenderer.off(channel, receive);
}

contextBridge.exposeInMainWorld('tabularium', api);
