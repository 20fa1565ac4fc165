import { EventEmitter } from 'node:events';
import { Protocol, protocol } from './protocol.ts';

type CheckHandler = (webContents: unknown, permission: string, origin: string, details: unknown) => boolean;
type RequestHandler = (
  webContents: unknown,
  permission: string,
  answer: (granted: boolean) => void,
  details: unknown,
) => void;

let checkHandler: CheckHandler | null = null;
let requestHandler: RequestHandler | null = null;

/** A session has protocol handlers of its own; permissions and storage are shared by all, unlike in Electron. */
export class Session extends EventEmitter {
  readonly protocol: Protocol;

  constructor(own: Protocol) {
    super();
    this.protocol = own;
  }

  setPermissionCheckHandler(handler: CheckHandler | null): void {
    checkHandler = handler;
  }

  setPermissionRequestHandler(handler: RequestHandler | null): void {
    requestHandler = handler;
  }

  setDevicePermissionHandler(_handler: unknown): void {}
}

const partitions = new Map<string, Session>();

export const session = {
  defaultSession: new Session(protocol),
  fromPartition(name: string): Session {
    const own = partitions.get(name) ?? new Session(new Protocol());
    partitions.set(name, own);
    return own;
  },
};

/** What the app's own handlers say about a permission; the stand-in asks beforehand, for the browser cannot ask late. */
export function isPermissionGranted(webContents: unknown, permission: string, origin: string): boolean {
  if (checkHandler !== null && !checkHandler(webContents, permission, origin, {})) return false;
  let granted = requestHandler === null;
  requestHandler?.(
    webContents,
    permission,
    (answer) => {
      granted = answer;
    },
    {},
  );
  return granted;
}
