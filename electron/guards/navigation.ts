import type { WebContents } from 'electron';
import { isBundleAddress } from '../origin.ts';

/** Keeps a window in its own document: no navigation away, no further windows, no guests. */
export function guardNavigation(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event, address) => {
    if (!isBundleAddress(address)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!isBundleAddress(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
