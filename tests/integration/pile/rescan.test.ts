import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { NewScan } from '../../../contract/capture.ts';
import type { RescanPlace } from '../../../contract/pile.ts';
import type { ScanDrivers } from '../../../station/capture/scanners/drivers.ts';
import { type Scanner, ScannerError } from '../../../station/capture/scanners/scanner.ts';
import { type Client, type Desk, refusalOf, startDesk, windowOf } from '../rpc/desk.ts';
import { type Behaviour, encodeScripted } from '../station/support/scripted-source.ts';

/** A feeder that gives what was laid in, for the scripted page worker. */
function feederOf(laidIn: (Behaviour | 'jam')[]): ScanDrivers {
  let count = 0;
  const scanner: Scanner = {
    capabilities: async () => ({ model: 'Prova', sources: [] }),
    state: async () => 'idle',
    async *scan({ folder }) {
      for (let side = laidIn.shift(); side !== undefined; side = laidIn.shift()) {
        if (side === 'jam') throw new ScannerError('jam', 'as scripted');
        count += 1;
        const path = join(folder, `${count}.png`);
        const bytes = encodeScripted({ pages: [side], salt: String(count) });
        await writeFile(path, bytes);
        yield { path, format: 'png', bytes: bytes.length, widthPx: 100, heightPx: 140, statedHeightPx: null };
      }
    },
  };
  return { sane: { name: 'sane', discover: async () => [], open: () => scanner } };
}

const order: NewScan = {
  ...{ name: 'Pila', profileId: 'general', expectedSheets: 3 },
  device: { driver: 'sane', address: 'prova', name: 'Prova' },
  settings: { source: 'feeder', duplex: false, colour: 'grey', resolutionDpi: 300, paper: 'a4' },
};

async function untilState(client: Client, batchId: string, wanted: string): Promise<void> {
  for await (const { state } of await client.scans.watch({ batchId })) if (state === wanted) return;
}

async function scannedPile(desk: Desk, client: Client): Promise<string> {
  const { batchId } = await client.scans.start(order);
  await untilState(client, batchId, 'stopped');
  await client.scans.finish({ batchId, acceptDifference: false });
  await desk.station.idle(batchId);
  return batchId;
}

async function namesIn(client: Client, batchId: string): Promise<string[]> {
  const { pages } = await client.piles.pages({ batchId, from: 0, count: 100 });
  return pages.map(({ sourceName, replaces }) => `${sourceName}${replaces ? ' (new)' : ''}`);
}

describe('a further scan of a pile', () => {
  it('puts a sheet in the place of another, and the pile is as finished as it was', async () => {
    const laidIn: (Behaviour | 'jam')[] = ['read', 'crash', 'read'];
    const desk = await startDesk({ drivers: feederOf(laidIn) });
    const { client } = await windowOf(desk, null, 'Ada Amministratrice', 'administrator');
    const batchId = await scannedPile(desk, client);
    const { pages } = await client.piles.pages({ batchId, from: 1, count: 1 });
    laidIn.push('read', 'read');
    const place: RescanPlace = { kind: 'replace', pageIds: [pages[0]?.id ?? ''] };
    const view = await client.scans.rescan({ batchId, place });
    // One page was wanted: the sheet behind it stays in the feeder.
    expect(view).toMatchObject({ state: 'finished', pages: 3, sheets: 3 });
    expect(laidIn).toHaveLength(1);
    await desk.station.idle(batchId);
    expect(await namesIn(client, batchId)).toEqual(['0001.png', '0002.png (new)', '0003.png']);
    expect(await client.piles.get({ batchId })).toMatchObject({
      ...{ documents: 3, undo: { kind: 'replace' } },
      tray: { replaced: { pages: 1 } },
    });
  });

  it('takes the sheet of a document that a person sent back anew, which brings it back to be verified', async () => {
    const page: Behaviour = { form: 'accesso-atti@1.0.0', page: 0 };
    const laidIn: (Behaviour | 'jam')[] = [page, page, page];
    const desk = await startDesk({ drivers: feederOf(laidIn) });
    const { client } = await windowOf(desk, null, 'Ada Amministratrice', 'administrator');
    const batchId = await scannedPile(desk, client);
    const [, document] = await client.batches.documents({ batchId });
    const documentId = document?.id ?? '';
    const pageIds = (await client.verification.get({ documentId })).pageList.map(({ id }) => id);
    const pointer = '/richiedente/cognome';
    await client.verification.decide({ documentId, pointer, verdict: { kind: 'unreadable' } });
    const place: RescanPlace = { kind: 'replace', pageIds };
    expect(await refusalOf(client.scans.rescan({ batchId, place }))).toBe('CONFLICT');
    await client.verification.rescan({ documentId, pageIds, reason: 'blurred', words: null });
    expect((await client.piles.pages({ batchId, from: 1, count: 1 })).pages[0]?.locked).toBe(false);
    laidIn.push(page);
    await client.scans.rescan({ batchId, place });
    await desk.station.idle(batchId);
    const back = await client.verification.get({ documentId });
    expect(back).toMatchObject({ state: 'read', ordinal: 1 });
    expect(back.pageList.map(({ sourceName }) => sourceName)).toEqual(['0002.png']);
    expect(back.pageList.map(({ id }) => id)).not.toEqual(pageIds);
    expect(back.fields.every(({ verification }) => verification === null)).toBe(true);
  });

  it('puts sheets that the feeder missed where they belong, in their order', async () => {
    const laidIn: (Behaviour | 'jam')[] = ['read', 'read', 'read'];
    const desk = await startDesk({ drivers: feederOf(laidIn) });
    const { client } = await windowOf(desk, null, 'Ada Amministratrice', 'administrator');
    const batchId = await scannedPile(desk, client);
    const { pages } = await client.piles.pages({ batchId, from: 1, count: 1 });
    laidIn.push('read', 'read');
    const place = { kind: 'insert', before: pages[0]?.id ?? '' } as const;
    expect(await client.scans.rescan({ batchId, place })).toMatchObject({ state: 'finished', sheets: 5 });
    await desk.station.idle(batchId);
    expect(await namesIn(client, batchId)).toEqual(['0001.png', '0004.png', '0005.png', '0002.png', '0003.png']);
  });

  it('tells what the scanner says, and leaves the pile as it was', async () => {
    const laidIn: (Behaviour | 'jam')[] = ['read', 'read', 'read'];
    const desk = await startDesk({ drivers: feederOf(laidIn) });
    const { client } = await windowOf(desk, null, 'Ada Amministratrice', 'administrator');
    const batchId = await scannedPile(desk, client);
    const place = { kind: 'insert', before: null } as const;
    expect(await refusalOf(client.scans.rescan({ batchId, place }))).toBe('CONFLICT');
    laidIn.push('jam');
    expect(await refusalOf(client.scans.rescan({ batchId, place }))).toBe('UNREACHABLE');
    expect(await namesIn(client, batchId)).toEqual(['0001.png', '0002.png', '0003.png']);
  });
});
