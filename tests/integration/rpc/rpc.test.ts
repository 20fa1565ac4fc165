import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { safe } from '@orpc/client';
import { describe, expect, it, vi } from 'vitest';
import { createLogger } from '../../../station/logger.ts';
import { type Client, readBatch, refusalOf, startDesk, startStaff, windowOf } from './desk.ts';

const nowhere = '00000000-0000-4000-8000-000000000000';

const guarded: Record<string, (client: Client) => Promise<unknown>> = {
  'batches.profiles': (client) => client.batches.profiles(),
  'batches.list': (client) => client.batches.list(),
  'batches.create': (client) => client.batches.create({ name: 'a', profileId: 'general', paths: ['/tmp'] }),
  'batches.pages': (client) => client.batches.pages({ batchId: nowhere }),
  'batches.watch': (client) => client.batches.watch({ batchId: nowhere }),
  'verification.get': (client) => client.verification.get({ documentId: nowhere }),
  'verification.approve': (client) => client.verification.approve({ documentId: nowhere }),
  'deliveries.destinations': (client) => client.deliveries.destinations(),
  'deliveries.watch': (client) => client.deliveries.watch({ batchId: nowhere }),
  'forms.list': (client) => client.forms.list(),
};

describe('a window without anybody signed in', () => {
  it('sees who may sign in and nothing else', async () => {
    const desk = await startDesk();
    await windowOf(desk, null, 'Ada', 'administrator');
    const { client } = desk.openWindow();
    const session = await client.session.get();
    expect(session.account).toBeNull();
    expect(session.accounts.map(({ name }) => name)).toEqual(['Ada']);
    for (const [name, call] of Object.entries(guarded)) {
      expect(await refusalOf(call(client)), name).toBe('NOT_SIGNED_IN');
    }
  });
});

describe('the border of the station', () => {
  it('refuses input that is not in the contract, saying so in both languages', async () => {
    const desk = await startDesk();
    const { client } = await windowOf(desk, null, 'Ada', 'administrator');
    const bad: readonly Promise<unknown>[] = [
      client.batches.get({ batchId: 'not-an-id' }),
      client.batches.create({ name: ' ', profileId: 'general', paths: ['/tmp'] }),
      client.batches.create({ name: 'a', profileId: 'general', paths: [] }),
      client.batches.create({ name: 'a', profileId: 'general', paths: ['relative'] }),
      client.batches.create(Object.assign({ name: 'a', profileId: 'general', paths: ['/tmp'] }, { surplus: 1 })),
      client.deliveries.saveDestination({ id: 'x', title: 'X', url: 'http://example.org', token: 't' }),
    ];
    for (const call of bad) {
      const { error } = await safe(call);
      expect(error).toMatchObject({
        code: 'INVALID_INPUT',
        data: { message: { it: expect.any(String), en: expect.any(String) }, retryable: false },
      });
    }
  });

  it('ends what a window still asks when its person leaves, and takes that for no failure', async () => {
    const logger = createLogger('silent');
    const failures = vi.spyOn(logger, 'error');
    const begun = new EventTarget();
    const desk = await startDesk({
      logger,
      drivers: {
        sane: {
          name: 'sane',
          discover: (signal) => {
            begun.dispatchEvent(new Event('search'));
            return setTimeout(60_000, [], { signal });
          },
          open: () => {
            throw new Error('nothing is opened here');
          },
        },
      },
    });
    const { client } = await windowOf(desk, null, 'Ada', 'administrator');
    const searching = once(begun, 'search');
    const answer = safe(client.scanners.list());
    await searching;
    await client.session.signOut();
    expect((await answer).error).toMatchObject({ code: 'CLIENT_CLOSED_REQUEST' });
    expect(failures).not.toHaveBeenCalled();
  });

  it('says what does not exist', async () => {
    const desk = await startDesk();
    const { client } = await windowOf(desk, null, 'Ada', 'administrator');
    expect(await refusalOf(client.batches.get({ batchId: nowhere }))).toBe('NOT_FOUND');
    expect(await refusalOf(client.batches.retryPage({ pageId: nowhere }))).toBe('NOT_FOUND');
    expect(await refusalOf(client.verification.get({ documentId: nowhere }))).toBe('NOT_FOUND');
    const unknownProfile = client.batches.create({ name: 'a', profileId: 'nessuno', paths: ['/tmp'] });
    expect(await refusalOf(unknownProfile)).toBe('NOT_FOUND');
  });

  it.each([
    ['no JSON', '{'],
    ['no request', '[]'],
    ['a request without an address', '{"i":"1","p":{}}'],
    ['an address elsewhere', '{"i":"1","p":{"u":"http://example.org/batches/list"}}'],
    ['a stream', '{"i":"1","t":3,"p":{"e":"message"}}'],
  ])('drops %s and goes on', async (_, message) => {
    const desk = await startDesk();
    const window = desk.openWindow();
    window.station.receive(message);
    expect((await window.client.session.get()).accounts).toEqual([]);
  });
});

describe('a watch', () => {
  it('yields the present state at once and then each change, until the batch is read', async () => {
    const desk = await startDesk();
    const { client } = await windowOf(desk, null, 'Ada', 'administrator');
    const batchId = await readBatch(desk, client, { 'a.png': { pages: ['read', 'read', 'crash'] } });
    const [first] = await collect(await client.batches.watch({ batchId }), 1);
    expect(first).toMatchObject({ running: false, pages: 3, pagesRead: 2, pagesQuarantined: 1 });

    const pages = await client.batches.pages({ batchId });
    const lost = pages.find(({ state }) => state === 'quarantined');
    expect(lost?.quarantine?.code).toBe('worker-crashed');
    const seen: unknown[] = [];
    let asked = false;
    for await (const progress of await client.batches.watch({ batchId })) {
      seen.push(progress.running);
      if (!asked) await client.batches.retryPage({ pageId: lost?.id ?? '' });
      asked = true;
      if (seen.includes(true) && !progress.running) break;
    }
    expect(seen.at(0)).toBe(false);
    expect(seen).toContain(true);
  });

  it('ends when its person signs out', async () => {
    const desk = await startDesk();
    const { client } = await windowOf(desk, null, 'Ada', 'administrator');
    const batchId = await readBatch(desk, client, { 'a.png': { pages: ['read'] } });
    const values: unknown[] = [];
    for await (const value of await client.batches.watch({ batchId })) {
      values.push(value);
      await client.session.signOut();
    }
    expect(values).toHaveLength(1);
  });

  it('leaves nothing behind when its window closes', async () => {
    const subscribed: string[] = [];
    const desk = await startDesk();
    const { subscribe } = desk.station.changes;
    Object.assign(desk.station.changes, {
      subscribe(batchId: string, listener: () => void) {
        subscribed.push('begun');
        const stop = subscribe(batchId, listener);
        return () => {
          subscribed.push('ended');
          stop();
        };
      },
    });
    const owner = await windowOf(desk, null, 'Ada', 'administrator');
    const batchId = await readBatch(desk, owner.client, { 'a.png': { pages: ['read'] } });
    subscribed.length = 0;
    const window = desk.openWindow();
    await window.client.session.signIn({ accountId: owner.account.id, secret: 'segreto-inventato' });
    const iterator = await window.client.batches.watch({ batchId });
    await iterator.next();
    expect(subscribed).toEqual(['begun']);
    window.close();
    await expect.poll(() => subscribed).toEqual(['begun', 'ended']);
  });
});

describe('windows', () => {
  it('have sessions of their own', async () => {
    const desk = await startDesk();
    const { administrator, clerk } = await startStaff(desk);
    await administrator.client.session.signOut();
    expect((await clerk.client.session.get()).account?.name).toBe('Carla Impiegata');
    expect(await refusalOf(administrator.client.batches.list())).toBe('NOT_SIGNED_IN');
  });

  it('list batches, sources, pages, documents and forms', async () => {
    const desk = await startDesk();
    const { client } = await windowOf(desk, null, 'Ada', 'administrator');
    const batchId = await readBatch(desk, client, {
      'a.png': { pages: [{ form: 'accesso-atti@1.0.0', page: 0 }] },
      'b.png': { pages: ['blank'] },
      'c.png': { pages: ['read'], refuse: 'encrypted-file' },
      'd.txt': 'no picture',
    });
    const [batch] = await client.batches.list();
    expect(batch).toMatchObject({ id: batchId, createdBy: 'Ada', progress: { pages: 2, refused: 2, running: false } });
    const sources = await client.batches.sources({ batchId });
    expect(sources.map(({ name, state, reason }) => [name, state, reason?.code ?? null])).toEqual([
      ['a.png', 'opened', null],
      ['b.png', 'opened', null],
      ['c.png', 'refused', 'encrypted-file'],
      ['d.txt', 'refused', 'unsupported-format'],
    ]);
    const pages = await client.batches.pages({ batchId });
    expect(pages.map(({ form, blank }) => [form?.title.en ?? null, blank])).toEqual([
      [expect.stringContaining('access'), false],
      [null, true],
    ]);
    expect(await client.batches.documents({ batchId })).not.toHaveLength(0);
    expect((await client.forms.list()).map(({ key }) => key)).toContain('dichiarazione-residenza@1.0.0');
    expect((await client.batches.profiles()).map(({ id }) => id)).toContain('general');
  });
});

async function collect<Value>(values: AsyncIterable<Value>, count: number): Promise<Value[]> {
  const collected: Value[] = [];
  for await (const value of values) {
    collected.push(value);
    if (collected.length === count) break;
  }
  return collected;
}
