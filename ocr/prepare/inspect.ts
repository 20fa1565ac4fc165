import { PageError } from '../model/failure.ts';
import type { PageInfo } from '../model/page.ts';
import { inspectPdf } from './formats/pdf.ts';
import { inspectRaster } from './formats/raster.ts';
import { inspectTiff } from './formats/tiff.ts';
import { openSource, type Source } from './source.ts';

/** No pile of paper has more pages in one file. */
const MAX_PAGES = 5000;

/**
 * Lists the pages of a source file. Its format is told from its bytes; `name` is only for messages. A page that is
 * broken inside a file that can be opened is listed all the same (as one pixel where its size cannot be told):
 * `decodePage` then says what is wrong with it, and the other pages are read.
 *
 * @throws PageError when the file as a whole cannot be used: `unreadable-file`, `empty-file`, `unsupported-format`,
 *   `encrypted-file`, `damaged-file`, `no-pages`, `page-too-large`, `out-of-memory`.
 */
export async function inspectSource(path: string, name: string): Promise<PageInfo[]> {
  const pages = await listPages(await openSource(path));
  if (pages.length === 0) throw new PageError('no-pages', `${name} holds no page`);
  if (pages.length > MAX_PAGES) {
    throw new PageError('damaged-file', `${name} claims ${pages.length} pages; the limit is ${MAX_PAGES}`);
  }
  return pages;
}

async function listPages({ bytes, format }: Source): Promise<PageInfo[]> {
  if (format === 'pdf') return inspectPdf(bytes);
  if (format === 'tiff') return inspectTiff(bytes);
  return inspectRaster(bytes, format);
}
