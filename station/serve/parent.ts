import { type MainToStation, mainToStationSchema, type StationToMain } from '../../contract/station-wire.ts';

/** The process that started the station. */
export interface Parent {
  send(message: StationToMain): void;
  /** Calls the listener with every message that fits the wire; others are dropped and told to `onStray`. */
  listen(listener: (message: MainToStation) => void, onStray: () => void): void;
  onGone(listener: () => void): void;
}

interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
}

/** Electron gives a utility process a port to its parent; elsewhere it is the IPC channel of `fork`. */
export function findParent(process: NodeJS.Process): Parent {
  const port = parentPortOf(process);
  const accept = (data: unknown, listener: (message: MainToStation) => void, onStray: () => void) => {
    const parsed = mainToStationSchema.safeParse(data);
    if (parsed.success) listener(parsed.data);
    else onStray();
  };
  if (port) {
    return {
      send: (message) => port.postMessage(message),
      listen: (listener, onStray) => port.on('message', ({ data }) => accept(data, listener, onStray)),
      // Electron ends its utility processes itself.
      onGone: () => undefined,
    };
  }
  return {
    send(message) {
      if (process.connected) process.send?.(message, undefined, undefined, () => undefined);
    },
    listen: (listener, onStray) => process.on('message', (data) => accept(data, listener, onStray)),
    onGone: (listener) => process.on('disconnect', listener),
  };
}

function parentPortOf(process: NodeJS.Process): ParentPort | null {
  return 'parentPort' in process && isParentPort(process.parentPort) ? process.parentPort : null;
}

function isParentPort(value: unknown): value is ParentPort {
  return typeof value === 'object' && value !== null && 'postMessage' in value && 'on' in value;
}
