import type { DevTools } from './devtools.ts';
import { isPermissionGranted } from './session.ts';

/** Electron's name of a permission, and the browser's. */
const permissions: [electron: string, browser: string][] = [
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['media', 'camera'],
  ['media', 'microphone'],
  ['midi', 'midi'],
  ['clipboard-read', 'clipboard-read'],
];

/** Sets the browser's permissions for an origin to what the app's handlers say. */
export async function applyPermissions(
  tools: DevTools,
  webContents: unknown,
  address: string,
  appOrigin: string,
): Promise<void> {
  const origin = new URL(address).origin;
  for (const [electronName, name] of permissions) {
    const setting = isPermissionGranted(webContents, electronName, appOrigin) ? 'granted' : 'denied';
    await tools.send('Browser.setPermission', { permission: { name }, setting, origin });
  }
}
