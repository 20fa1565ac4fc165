import { describe, expect, it } from 'vitest';
import type { PilePage, Separation } from '../../../contract/pile.ts';
import { sheetText } from '../../../ocr/model/separator.ts';
import { type Client, startDesk, windowOf } from '../rpc/desk.ts';
import type { Behaviour } from '../station/support/scripted-source.ts';
import { scanPile } from './scanned-pile.ts';

const sheet = (reference: string | null, profileId = 'general'): Behaviour => ({
  separator: { sheet: sheetText({ profileId, reference }), patch: 'T' },
});
const patch: Behaviour = { separator: { sheet: null, patch: '3' } };

async function scanned(separation: Separation | null, sides: readonly Behaviour[], duplex = false) {
  const desk = await startDesk();
  const { client } = await windowOf(desk, null, 'Ada Amministratrice', 'administrator');
  const batchId = await scanPile(desk.station, { sides, duplex, ...(separation && { separation }) });
  return { desk, client, batchId };
}

async function separatorsOf(client: Client, batchId: string): Promise<PilePage[]> {
  return (await client.piles.tray({ batchId, kind: 'separator', from: 0, count: 100 })).pages;
}

async function documentsOf(client: Client, batchId: string) {
  const documents = await client.batches.documents({ batchId });
  return documents.map(({ pages, reference, notices }) => ({
    pages,
    reference,
    notices: notices.map(({ code }) => code),
  }));
}

const codes = ({ notices }: PilePage) => notices.map(({ code }) => code);

describe('a pile with separator sheets', () => {
  it('is cut at them; they lie in the tray, and their references are on the documents that follow', async () => {
    const sides = [sheet('A/1'), 'read', 'read', sheet('A/2'), 'read'] as const;
    const { client, batchId } = await scanned({ by: 'separator-sheets' }, sides);
    expect(await documentsOf(client, batchId)).toEqual([
      { pages: 2, reference: 'A/1', notices: [] },
      { pages: 1, reference: 'A/2', notices: [] },
    ]);
    expect(await separatorsOf(client, batchId)).toMatchObject([
      { separator: { profileId: 'general', reference: 'A/1' }, notices: [] },
      { separator: { profileId: 'general', reference: 'A/2' }, notices: [] },
    ]);
  });

  it('is cut once by a sheet with the separator on both sides, or on its back alone', async () => {
    const sides = [sheet('A/1'), sheet('A/1'), 'read', 'read', 'blank', sheet('A/2'), 'read', 'blank'] as const;
    const { client, batchId } = await scanned({ by: 'separator-sheets' }, sides, true);
    expect(await documentsOf(client, batchId)).toEqual([
      { pages: 2, reference: 'A/1', notices: [] },
      { pages: 1, reference: 'A/2', notices: [] },
    ]);
    expect((await separatorsOf(client, batchId)).map(codes)).toEqual([[], [], []]);
  });

  it('tells what is doubtful: a sheet nobody can read, one with nothing behind it, one of another profile', async () => {
    const sides = [
      sheet('A/1', 'general-english'),
      'read',
      patch,
      'read',
      sheet('A/3'),
      sheet('A/4'),
      'read',
      sheet(null),
    ] as const;
    const { client, batchId } = await scanned({ by: 'separator-sheets' }, sides);
    expect(await documentsOf(client, batchId)).toEqual([
      { pages: 1, reference: 'A/1', notices: [] },
      { pages: 1, reference: null, notices: ['after-damaged-separator'] },
      { pages: 1, reference: 'A/4', notices: [] },
    ]);
    expect((await separatorsOf(client, batchId)).map(codes)).toEqual([
      ['separator-of-other-profile'],
      ['damaged-separator'],
      ['separator-without-pages'],
      [],
      ['separator-without-pages'],
    ]);
  });

  it('points at the page before which a separator was missed, until a person has said how it is', async () => {
    const form = (page: number): Behaviour => ({ form: 'dichiarazione-residenza@1.0.0', page });
    const sides = [sheet('A/1'), form(0), form(1), form(0), form(1), sheet('A/2'), 'read'] as const;
    const { desk, client, batchId } = await scanned({ by: 'separator-sheets' }, sides);
    const title = expect.objectContaining({ it: expect.any(String) });
    expect(await client.piles.outline({ batchId })).toEqual([
      expect.objectContaining({ form: title, reference: 'A/1', from: 0, pages: 4, doubtfulAt: [0, 2] }),
      expect.objectContaining({ form: null, reference: 'A/2', from: 4, pages: 1, doubtfulAt: [] }),
    ]);
    const { pages } = await client.piles.pages({ batchId, from: 0, count: 10 });
    expect(pages.map(codes)).toEqual([[], [], ['form-begins-anew'], [], []]);
    await client.piles.split({ pageId: pages[2]?.id ?? '' });
    await desk.station.idle(batchId);
    expect(await client.piles.outline({ batchId })).toMatchObject([
      { from: 0, pages: 2, doubtfulAt: [] },
      { from: 2, pages: 2, doubtfulAt: [] },
      { from: 4, pages: 1, doubtfulAt: [] },
    ]);
  });

  it('reads a page that looked like one when a person puts it back, and leaves it there', async () => {
    const { desk, client, batchId } = await scanned({ by: 'separator-sheets' }, ['read', patch, 'read']);
    const [taken] = await separatorsOf(client, batchId);
    await client.piles.putBack({ batchId, pageIds: [taken?.id ?? ''] });
    await desk.station.idle(batchId);
    expect(await separatorsOf(client, batchId)).toEqual([]);
    expect(await documentsOf(client, batchId)).toEqual([{ pages: 3, reference: null, notices: [] }]);
    const { store } = desk.station;
    const reread = store.first(
      store.query
        .selectFrom('readings')
        .select('reading')
        .where('pageId', '=', taken?.id ?? ''),
    );
    expect(JSON.parse(reread?.reading ?? '{}').separator).toBeUndefined();
    await client.piles.undo({ batchId });
    await desk.station.idle(batchId);
    expect(await separatorsOf(client, batchId)).toHaveLength(1);
  });
});

describe('a pile that is cut another way', () => {
  it('is cut by patch codes, of which none says anything', async () => {
    const { client, batchId } = await scanned({ by: 'patch-codes' }, [patch, 'read', 'read', patch, 'read']);
    expect((await documentsOf(client, batchId)).map(({ pages }) => pages)).toEqual([2, 1]);
    expect((await separatorsOf(client, batchId)).map(codes)).toEqual([[], []]);
  });

  it('is cut by blank sheets, not by blank backs', async () => {
    const sides = ['read', 'blank', 'read', 'read', 'blank', 'blank', 'read', 'blank'] as const;
    const { client, batchId } = await scanned({ by: 'blank-pages' }, sides, true);
    expect((await documentsOf(client, batchId)).map(({ pages }) => pages)).toEqual([3, 1]);
    expect((await client.piles.get({ batchId })).tray.blank).toEqual({ pages: 4, unseen: 4 });
  });

  it('is cut anew when a person chooses so, without reading what was searched', async () => {
    const { desk, client, batchId } = await scanned(null, ['read', patch, 'read', 'read']);
    expect((await documentsOf(client, batchId)).map(({ pages }) => pages)).toEqual([1, 1, 1, 1]);
    await client.piles.setSeparation({ batchId, separation: { by: 'sheets', sheets: 2 } });
    await desk.station.idle(batchId);
    expect((await documentsOf(client, batchId)).map(({ pages }) => pages)).toEqual([2, 2]);
    const readings = desk.station.store.all(desk.station.store.query.selectFrom('readings').select('readAt'));
    const view = await client.piles.setSeparation({ batchId, separation: { by: 'patch-codes' } });
    expect(view).toMatchObject({ separation: { by: 'patch-codes' }, tray: { separator: { pages: 1 } } });
    await desk.station.idle(batchId);
    expect((await documentsOf(client, batchId)).map(({ pages }) => pages)).toEqual([1, 2]);
    expect(desk.station.store.all(desk.station.store.query.selectFrom('readings').select('readAt'))).toEqual(readings);
  });
});
