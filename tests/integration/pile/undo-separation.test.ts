import { describe, expect, it } from 'vitest';
import { sheetText } from '../../../ocr/model/separator.ts';
import { verifyAudit } from '../../../station/audit/verify.ts';
import { type Client, type Desk, readBatch, startDesk, windowOf } from '../rpc/desk.ts';
import type { Behaviour } from '../station/support/scripted-source.ts';
import { scanPile } from './scanned-pile.ts';

const sheet: Behaviour = { separator: { sheet: sheetText({ profileId: 'general', reference: 'A/1' }), patch: 'T' } };
const patch: Behaviour = { separator: { sheet: null, patch: '3' } };
const form = (page: number): Behaviour => ({ form: 'dichiarazione-residenza@1.0.0', page });

async function deskWithClerk() {
  const desk = await startDesk();
  const { client } = await windowOf(desk, null, 'Ada Amministratrice', 'administrator');
  return { desk, client };
}

/** Everything a person sees of a pile: its pages in order with the documents that begin at them, and its tray. */
async function pileOf(client: Client, batchId: string) {
  const all = { batchId, from: 0, count: 100 };
  const { separation } = await client.piles.get({ batchId });
  const { pages } = await client.piles.pages(all);
  const { pages: tray } = await client.piles.tray({ ...all, kind: null });
  return {
    separation,
    pages: pages.map(({ id, state, document, notices }) => ({
      ...{ id, state, notices },
      begins: document && { form: document.form?.key, pages: document.pages, reference: document.reference },
    })),
    tray: tray.map(({ id, tray: kind, dismissed, separator }) => ({ id, kind, dismissed, separator })),
  };
}

/** Cuts the pile after every third sheet, and waits for the documents. */
async function cutBySheets({ station }: Desk, client: Client, batchId: string) {
  const view = await client.piles.setSeparation({ batchId, separation: { by: 'sheets', sheets: 3 } });
  await station.idle(batchId);
  return view;
}

async function undo({ station }: Desk, client: Client, batchId: string) {
  const view = await client.piles.undo({ batchId });
  await station.idle(batchId);
  return view;
}

async function decideFirstField(client: Client, documentId: string | undefined) {
  const { fields } = await client.verification.get({ documentId: documentId ?? '' });
  const pointer = fields[0]?.pointer ?? '';
  const verdict = { kind: 'unreadable' } as const;
  return await client.verification.decide({ documentId: documentId ?? '', pointer, verdict });
}

describe('taking back how a pile was cut', () => {
  it('brings documents, tray and separation back as they were, and does it again', async () => {
    const { desk, client } = await deskWithClerk();
    const sides = [form(0), form(1), patch, form(0), 'blank', form(1), 'read'] as const;
    const batchId = await scanPile(desk.station, { sides, separation: { by: 'patch-codes' } });
    const before = await pileOf(client, batchId);
    expect(before.tray.map(({ kind }) => kind)).toEqual(['separator', 'blank']);

    const view = await cutBySheets(desk, client, batchId);
    expect(view.undo).toMatchObject({ kind: 'separate', pages: 1, by: 'Ada Amministratrice' });
    const after = await pileOf(client, batchId);
    expect(after.pages.map(({ begins }) => begins?.pages ?? 0)).toEqual([3, 0, 0, 3, 0, 0]);

    expect(await undo(desk, client, batchId)).toMatchObject({ undo: null, redo: { kind: 'separate' } });
    expect(await pileOf(client, batchId)).toEqual(before);
    await client.piles.redo({ batchId });
    await desk.station.idle(batchId);
    expect(await pileOf(client, batchId)).toEqual(after);
    await undo(desk, client, batchId);
    expect(await pileOf(client, batchId)).toEqual(before);
    expect(verifyAudit(desk.station.store).faults).toEqual([]);
  });

  it('leaves a pile to its profile again, and comes in its turn among other edits', async () => {
    const { desk, client } = await deskWithClerk();
    const batchId = await readBatch(desk, client, { 'a.png': { pages: ['read', 'read', 'read'] } });
    const before = await pileOf(client, batchId);
    await client.piles.rotate({ batchId, which: { kind: 'sides', sides: 'odd' }, clockwiseDeg: 90 });
    await client.piles.setSeparation({ batchId, separation: { by: 'sheets', sheets: 1 } });
    await client.piles.toTray({ batchId, pageIds: [before.pages[2]?.id ?? ''] });
    await desk.station.idle(batchId);
    const kinds: (string | undefined)[] = [];
    for (const _ of [1, 2, 3]) kinds.push((await undo(desk, client, batchId)).redo?.kind);
    expect(kinds).toEqual(['to-tray', 'separate', 'rotate']);
    expect(await pileOf(client, batchId)).toEqual(before);
    expect(desk.station.store.all(desk.station.store.query.selectFrom('separations').selectAll())).toEqual([]);
  });

  it('puts back sheets that were found only because of it, and reads them as the pages that they were', async () => {
    const { desk, client } = await deskWithClerk();
    const batchId = await readBatch(desk, client, { 'a.png': { pages: ['read', sheet, 'read'] } });
    const before = await pileOf(client, batchId);
    expect(before.tray).toEqual([]);
    await client.piles.setSeparation({ batchId, separation: { by: 'separator-sheets' } });
    await desk.station.idle(batchId);
    expect((await pileOf(client, batchId)).tray).toHaveLength(1);
    await undo(desk, client, batchId);
    expect(await pileOf(client, batchId)).toEqual(before);
  });

  it('keeps what was verified, before it and since', async () => {
    const { desk, client } = await deskWithClerk();
    const sides = [form(0), form(1), form(0), form(1), form(0), form(1), 'read', 'read'] as const;
    const batchId = await scanPile(desk.station, { sides });
    const [, first] = await client.piles.outline({ batchId });
    const early = await decideFirstField(client, first?.documentId);
    await client.piles.setSeparation({ batchId, separation: { by: 'sheets', sheets: 2 } });
    await desk.station.idle(batchId);
    const [, , last] = await client.piles.outline({ batchId });
    const late = await decideFirstField(client, last?.documentId);
    await undo(desk, client, batchId);
    for (const document of [early, late]) {
      const now = await client.verification.get({ documentId: document.id });
      expect(now).toMatchObject({ state: 'verifying', fields: document.fields, pages: document.pages });
    }
    const now = await pileOf(client, batchId);
    expect(now.separation).toEqual({ by: 'forms' });
    expect(now.pages.map(({ begins }) => begins?.pages ?? 0)).toEqual([2, 0, 2, 0, 2, 0, 1, 1]);
  });

  it('writes nothing down where the pile is cut so already', async () => {
    const { desk, client } = await deskWithClerk();
    const batchId = await scanPile(desk.station, { sides: ['read', 'read'], separation: { by: 'patch-codes' } });
    const view = await client.piles.setSeparation({ batchId, separation: { by: 'patch-codes' } });
    expect(view).toMatchObject({ undo: null, running: false });
  });
});
