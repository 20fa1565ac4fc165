import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { idSchema } from '../../contract/common.ts';
import { pageViewSchema } from '../../contract/shell.ts';
import type { PageViewAnswer } from '../../contract/station-wire.ts';
import { refuse } from './responses.ts';

const pageRequestSchema = z.strictObject({ pageId: idSchema, view: pageViewSchema });
export type PageRequest = z.infer<typeof pageRequestSchema>;

/** What `app://page/<page id>?view=<view>` asks for; null for anything else, above all for whatever looks like a path. */
export function parsePageRequest(address: URL): PageRequest | null {
  const names = [...address.searchParams.keys()];
  if (names.length !== 1) return null;
  const asked = pageRequestSchema.safeParse({
    pageId: address.pathname.slice(1),
    view: address.searchParams.get('view'),
  });
  return asked.success ? asked.data : null;
}

/** Answers with the picture that the station names. Only the station knows which file that is. */
export async function answerPage(
  address: URL,
  askStation: (request: PageRequest) => Promise<PageViewAnswer>,
): Promise<Response> {
  const request = parsePageRequest(address);
  if (request === null) return refuse(400);
  const answer = await askStation(request);
  if (answer.kind === 'refused') return refuse(refusalStatus[answer.reason]);
  const content = await readFile(answer.path);
  return new Response(new Uint8Array(content), {
    headers: {
      'content-type': answer.mediaType,
      'x-content-type-options': 'nosniff',
      // Who may see a page is asked every time: the next person at this window may not.
      'cache-control': 'no-store',
    },
  });
}

const refusalStatus = { 'not-signed-in': 403, 'not-allowed': 403, 'not-found': 404, failed: 500 } as const;
