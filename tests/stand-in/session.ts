import { EventEmitter } from 'node:events';
import { protocol } from './protocol.ts';

type CheckHandler = (webContents: unknown, permission: string, origin: string, details: unknown) => boolean;
type RequestHandler = (
  webContents: unknown,
  permission: string,
  answer: (granted: boolean) => void,
  details: unknown,
) => void;

let checkHandler: CheckHandler | null = null;
let requestHandler: RequestHandler | null = null;

class Session extends EventEmitter {
  readonly protocol = protocol;

  setPermissionCheckHandler(handler: CheckHandler | null): void {
    checkHandler = handler;
  }

  setPermissionRequestHandler(handler: RequestHandler | null): void {
    requestHandler = handler;
  }

  setDevicePermissionHandler(_handler: unknown): void {}
}

export const session = { defaultSession: new Session() };

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
