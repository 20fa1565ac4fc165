import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PilePage } from '../../../contract/pile.ts';
import { verifyAudit } from '../../../station/audit/verify.ts';
import { type Client, type Desk, readBatch, refusalOf, startDesk, windowOf } from '../rpc/desk.ts';
import type { Behaviour } from '../station/support/scripted-source.ts';
import { writeSources } from '../station/support/scripted-source.ts';
import { temporaryFolder } from '../station/support/test-station.ts';
import { scanPile } from './scanned-pile.ts';

const residence = (page: number): Behaviour => ({ form: 'dichiarazione-residenza@1.0.0', page });

async function deskWithClerk(): Promise<{ desk: Desk; client: Client }> {
  const desk = await startDesk();
  const { client } = await windowOf(desk, null, 'Ada Amministratrice', 'administrator');
  return { desk, client };
}

async function pile(client: Client, batchId: string): Promise<PilePage[]> {
  return (await client.piles.pages({ batchId, from: 0, count: 500 })).pages;
}

async function tray(client: Client, batchId: string): Promise<PilePage[]> {
  return (await client.piles.tray({ batchId, kind: null, from: 0, count: 500 })).pages;
}

/** Names of the pages in order, a bar before each that begins a document. */
function shape(pages: readonly PilePage[]): string {
  return pages.map(({ sourceName, index, document }) => `${document ? '|' : ''}${sourceName}:${index}`).join(' ');
}

function idOf(pages: readonly PilePage[], name: string, index = 0): string {
  return pages.find((page) => page.sourceName === name && page.index === index)?.id ?? 'no such page';
}

function readingsOf({ station: { store } }: Desk): Map<string, string> {
  const rows = store.all(store.query.selectFrom('readings').select(['pageId', 'readAt']));
  return new Map(rows.map(({ pageId, readAt }) => [pageId, readAt]));
}

describe('a pile of files', () => {
  it('is listed by range, in the order in which it came', async () => {
    const { desk, client } = await deskWithClerk();
    const batchId = await readBatch(desk, client, {
      'a.png': { pages: ['read', 'read'] },
      'b.png': { pages: ['read'] },
    });
    const range = await client.piles.pages({ batchId, from: 1, count: 1 });
    expect(range).toMatchObject({ from: 1, total: 3, pages: [{ sourceName: 'a.png', index: 1, document: null }] });
    expect(shape(await pile(client, batchId))).toBe('|a.png:0 a.png:1 |b.png:0');
    expect(await client.piles.placeOf({ pageId: idOf(await pile(client, batchId), 'b.png') })).toBe(2);
    expect(await client.piles.get({ batchId })).toMatchObject({
      ...{ pages: 3, documents: 2, undo: null, redo: null, running: false, separation: { by: 'forms' } },
      tray: { blank: { pages: 0, unseen: 0 } },
    });
  });

  it('is put in another order, which makes its documents anew without reading anything again', async () => {
    const { desk, client } = await deskWithClerk();
    const batchId = await readBatch(desk, client, {
      'a.png': { pages: [residence(1), residence(0)] },
      'b.png': { pages: ['read'] },
    });
    expect(shape(await pile(client, batchId))).toBe('|a.png:0 |a.png:1 |b.png:0');
    const readings = readingsOf(desk);
    const before = await pile(client, batchId);
    await client.piles.move({ batchId, pageIds: [idOf(before, 'a.png', 1)], before: idOf(before, 'a.png', 0) });
    await desk.station.idle(batchId);
    expect(shape(await pile(client, batchId))).toBe('|a.png:1 a.png:0 |b.png:0');
    const view = await client.piles.undo({ batchId });
    expect(view).toMatchObject({ undo: null, redo: { kind: 'move', pages: 1, by: 'Ada Amministratrice' } });
    await desk.station.idle(batchId);
    expect(shape(await pile(client, batchId))).toBe('|a.png:0 |a.png:1 |b.png:0');
    await client.piles.redo({ batchId });
    await desk.station.idle(batchId);
    expect(shape(await pile(client, batchId))).toBe('|a.png:1 a.png:0 |b.png:0');
    expect(readingsOf(desk)).toEqual(readings);
    expect(verifyAudit(desk.station.store).faults).toEqual([]);
  });

  it('can be undone after the station was started again', async () => {
    const folder = join(await temporaryFolder(), 'data');
    const first = await startDesk({ folder });
    const { client, account } = await windowOf(first, null, 'Ada Amministratrice', 'administrator');
    const batchId = await readBatch(first, client, { 'a.png': { pages: ['read', 'read'] } });
    const [page] = await pile(client, batchId);
    await client.piles.move({ batchId, pageIds: [page?.id ?? ''], before: null });
    await first.scans.close();
    await first.station.close();
    const second = await startDesk({ folder });
    const window = second.openWindow();
    await window.client.session.signIn({ accountId: account.id, secret: 'segreto-inventato' });
    expect(shape(await pile(window.client, batchId))).toMatch(/a\.png:1.*a\.png:0$/);
    await window.client.piles.undo({ batchId });
    await second.station.idle(batchId);
    expect(shape(await pile(window.client, batchId))).toBe('|a.png:0 a.png:1');
  });

  it('is split and joined where a person says', async () => {
    const { desk, client } = await deskWithClerk();
    const batchId = await readBatch(desk, client, {
      'a.png': { pages: ['read', 'read'] },
      'b.png': { pages: ['read'] },
    });
    const pages = await pile(client, batchId);
    await client.piles.split({ pageId: idOf(pages, 'a.png', 1) });
    await client.piles.join({ pageId: idOf(pages, 'b.png') });
    await desk.station.idle(batchId);
    expect(shape(await pile(client, batchId))).toBe('|a.png:0 |a.png:1 b.png:0');
    expect(await refusalOf(client.piles.split({ pageId: idOf(pages, 'a.png', 1) }))).toBe('CONFLICT');
    expect(await refusalOf(client.piles.join({ pageId: idOf(pages, 'a.png', 0) }))).toBe('CONFLICT');
  });

  it('has its turned pages read again as they then lie', async () => {
    const { desk, client } = await deskWithClerk();
    const batchId = await readBatch(desk, client, { 'a.png': { pages: ['read', 'read', 'read'] } });
    const readings = readingsOf(desk);
    const [first, second] = await pile(client, batchId);
    await client.piles.rotate({ batchId, which: { kind: 'sides', sides: 'even' }, clockwiseDeg: 90 });
    expect(await pile(client, batchId)).toMatchObject([{ rotationDeg: 0 }, { rotationDeg: 90 }, { rotationDeg: 0 }]);
    await client.piles.rotate({ batchId, which: { kind: 'pages', pageIds: [second?.id ?? ''] }, clockwiseDeg: 180 });
    await desk.station.idle(batchId);
    expect(await pile(client, batchId)).toMatchObject([
      { rotationDeg: 0, state: 'read' },
      { rotationDeg: 270, state: 'read', widthPx: 140 },
      { rotationDeg: 0, state: 'read' },
    ]);
    expect(readingsOf(desk).get(first?.id ?? '')).toBe(readings.get(first?.id ?? ''));
    expect(readingsOf(desk).get(second?.id ?? '')).not.toBe(readings.get(second?.id ?? ''));
    await client.piles.undo({ batchId });
    await client.piles.undo({ batchId });
    await desk.station.idle(batchId);
    expect(await pile(client, batchId)).toMatchObject([{ rotationDeg: 0 }, { rotationDeg: 0 }, { rotationDeg: 0 }]);
  });

  it('takes further files in at a place of their own, and gives them up again', async () => {
    const { desk, client } = await deskWithClerk();
    const batchId = await readBatch(desk, client, { 'a.png': { pages: ['read', 'read'] } });
    const folder = await temporaryFolder();
    await writeSources(folder, { 'nuovo.png': { pages: ['read'], salt: 'nuovo' } });
    const [, second] = await pile(client, batchId);
    await client.piles.insertFiles({ batchId, paths: [join(folder, 'nuovo.png')], before: second?.id ?? null });
    await desk.station.idle(batchId);
    expect(shape(await pile(client, batchId))).toBe('|a.png:0 |nuovo.png:0 |a.png:1');
    expect(await client.piles.get({ batchId })).toMatchObject({ undo: { kind: 'insert', pages: 1 } });
    await client.piles.undo({ batchId });
    await desk.station.idle(batchId);
    expect(shape(await pile(client, batchId))).toBe('|a.png:0 a.png:1');
    expect(await tray(client, batchId)).toMatchObject([{ sourceName: 'nuovo.png', tray: 'removed' }]);
  });

  it('has a page replaced, and the one before is kept', async () => {
    const { desk, client } = await deskWithClerk();
    const batchId = await readBatch(desk, client, { 'a.png': { pages: [residence(0), 'crash'] } });
    const folder = await temporaryFolder();
    await writeSources(folder, { 'nuovo.png': { pages: [residence(1)], salt: 'nuovo' } });
    const [, lost] = await pile(client, batchId);
    const pageId = lost?.id ?? '';
    await client.piles.replaceWithFile({ batchId, pageId, path: join(folder, 'nuovo.png') });
    await desk.station.idle(batchId);
    const pages = await pile(client, batchId);
    expect(shape(pages)).toBe('|a.png:0 nuovo.png:0');
    expect(pages[1]).toMatchObject({ replaces: true, replacedBy: null });
    const lineage = await client.piles.lineage({ pageId: pages[1]?.id ?? '' });
    expect(lineage.map(({ id, tray: kind }) => [id, kind])).toEqual([
      [pageId, 'replaced'],
      [pages[1]?.id, null],
    ]);
    expect(lineage[0]?.replacedBy).toBe(pages[1]?.id);
    expect(await refusalOf(client.piles.putBack({ batchId, pageIds: [pageId] }))).toBe('CONFLICT');
    await client.piles.undo({ batchId });
    await desk.station.idle(batchId);
    expect((await pile(client, batchId)).map(({ id }) => id)).toContain(pageId);
  });

  it('tells what is wrong with a file that is to come in', async () => {
    const { desk, client } = await deskWithClerk();
    const batchId = await readBatch(desk, client, { 'a.png': { pages: ['read'] } });
    const folder = await temporaryFolder();
    await writeSources(folder, { 'vuoto.png': '' });
    const insertion = client.piles.insertFiles({ batchId, paths: [join(folder, 'vuoto.png')], before: null });
    expect(await refusalOf(insertion)).toBe('INVALID_INPUT');
    expect(await client.batches.sources({ batchId })).toContainEqual(
      expect.objectContaining({ name: 'vuoto.png', state: 'refused' }),
    );
  });

  it('leaves documents alone that a person has worked on', async () => {
    const { desk, client } = await deskWithClerk();
    const batchId = await readBatch(desk, client, {
      'a.png': { pages: [residence(0), residence(1)] },
      'b.png': { pages: ['read'] },
    });
    const pages = await pile(client, batchId);
    const documentId = pages[0]?.documentId ?? '';
    const { fields } = await client.verification.get({ documentId });
    const pointer = fields.find(({ open }) => open)?.pointer ?? '';
    await client.verification.decide({ documentId, pointer, verdict: { kind: 'unreadable' } });
    const [first, second, other] = pages.map(({ id }) => id);
    const refusals = [
      client.piles.move({ batchId, pageIds: [first ?? ''], before: null }),
      client.piles.move({ batchId, pageIds: [other ?? ''], before: second ?? '' }),
      client.piles.toTray({ batchId, pageIds: [second ?? ''] }),
      client.piles.rotate({ batchId, which: { kind: 'sides', sides: 'all' }, clockwiseDeg: 90 }),
      client.piles.join({ pageId: other ?? '' }),
    ];
    expect(await Promise.all(refusals.map(refusalOf))).toEqual(Array.from(refusals, () => 'CONFLICT'));
    await client.piles.move({ batchId, pageIds: [other ?? ''], before: first ?? '' });
    await desk.station.idle(batchId);
    const now = await pile(client, batchId);
    expect(shape(now)).toBe('|b.png:0 |a.png:0 a.png:1');
    expect(now[1]).toMatchObject({ documentId, locked: true, document: { id: documentId, state: 'verifying' } });
  });
});

describe('a scanned pile', () => {
  it('sends its blanks to the tray, from where a person puts them back or lets them be', async () => {
    const { desk, client } = await deskWithClerk();
    const batchId = await scanPile(desk.station, { sides: ['read', 'blank', 'read', 'blank'], duplex: true });
    expect((await pile(client, batchId)).map(({ sheet, side }) => [sheet, side])).toEqual([
      [1, 'front'],
      [2, 'front'],
    ]);
    const blanks = await tray(client, batchId);
    expect(blanks).toMatchObject([
      { tray: 'blank', dismissed: false, documentId: null },
      { tray: 'blank', dismissed: false },
    ]);
    await client.piles.dismiss({ batchId, pageIds: [blanks[0]?.id ?? ''] });
    const view = await client.piles.putBack({ batchId, pageIds: [blanks[1]?.id ?? ''] });
    expect(view.tray.blank).toEqual({ pages: 1, unseen: 0 });
    await desk.station.idle(batchId);
    expect(shape(await pile(client, batchId))).toBe('|0001r.png:0 |0002r.png:0 0002v.png:0');
    // A page that a person put back stays, also when it is read again.
    await client.piles.rotate({ batchId, which: { kind: 'pages', pageIds: [blanks[1]?.id ?? ''] }, clockwiseDeg: 180 });
    await desk.station.idle(batchId);
    expect((await client.piles.get({ batchId })).tray.blank.pages).toBe(1);
  });

  it('keeps front and back of a sheet together', async () => {
    const { desk, client } = await deskWithClerk();
    const sides = [residence(0), 'read', residence(0), 'read'] as const;
    const batchId = await scanPile(desk.station, { sides, duplex: true });
    expect(shape(await pile(client, batchId))).toBe('|0001r.png:0 0001v.png:0 |0002r.png:0 0002v.png:0');
  });

  it('has its fronts and backs sorted into sheets, when one side was scanned after the other', async () => {
    const { desk, client } = await deskWithClerk();
    const batchId = await scanPile(desk.station, { sides: ['read', 'read', 'read', 'read', 'blank', 'read'] });
    await client.piles.interleave({ batchId, firstBack: null, reversed: true });
    await desk.station.idle(batchId);
    const pages = await pile(client, batchId);
    expect(shape(pages)).toBe('|0001.png:0 0006.png:0 |0002.png:0 |0003.png:0 0004.png:0');
    expect(pages.map(({ sheet, side }) => `${sheet} ${side}`)).toEqual([
      ...['1 front', '1 back', '2 front', '3 front', '3 back'],
    ]);
    expect(await tray(client, batchId)).toMatchObject([{ sourceName: '0005.png', sheet: 2, side: 'back' }]);
    await client.piles.undo({ batchId });
    await desk.station.idle(batchId);
    expect((await pile(client, batchId)).map(({ sourceName }) => sourceName)).toEqual([
      ...['0001.png', '0002.png', '0003.png', '0004.png', '0006.png'],
    ]);
    const [, second] = await pile(client, batchId);
    const uneven = client.piles.interleave({ batchId, firstBack: second?.id ?? null, reversed: false });
    expect(await refusalOf(uneven)).toBe('CONFLICT');
  });
});
