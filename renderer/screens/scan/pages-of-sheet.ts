import type { StationClient } from '../../app/client.ts';

/** The pages to replace when the sheet of a page is laid in again: front and back, as far as both lie in the pile. */
export async function pagesOfSheet(station: StationClient, batchId: string, pageId: string): Promise<string[]> {
  const place = await station.piles.placeOf({ pageId });
  if (place === null) return [pageId];
  const { pages } = await station.piles.pages({ batchId, from: Math.max(0, place - 1), count: 3 });
  const sheet = pages.find(({ id }) => id === pageId)?.sheet ?? null;
  return sheet === null ? [pageId] : pages.filter((page) => page.sheet === sheet).map(({ id }) => id);
}
