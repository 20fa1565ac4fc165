import type { PageView } from '../../contract/shell.ts';

export type PictureAddress = (pageId: string, view: PageView) => string;

/** Address of a page's picture, answered by the shell out of the station's store. Never a path of a file. */
export const pictureAddress: PictureAddress = (pageId, view) => `app://page/${pageId}?view=${view}`;
