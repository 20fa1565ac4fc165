import type { PageView } from '../../contract/shell.ts';

export type PictureAddress = (pageId: string, view: PageView) => string;

/**
 * Addresses of pages' pictures for a window at `windowAddress`. The shell serves the window's own files from the host
 * `bundle` and the pictures, out of the station's store, from the host `page` beside it: `app://page/<id>?view=<view>`.
 */
export function createPictureAddress(windowAddress: string): PictureAddress {
  const origin = /^[a-z][a-z0-9+.-]*:\/\/bundle[^/?#]*/.exec(windowAddress)?.[0] ?? 'app://bundle';
  const pictures = origin.replace('://bundle', '://page');
  return (pageId, view) => `${pictures}/${pageId}?view=${view}`;
}
