import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  type MainToStation,
  type PageViewAnswer,
  type StationToMain,
  stationToMainSchema,
} from '../../../contract/station-wire.ts';
import { findResources } from '../../../station/resources.ts';
import { scriptedWorker } from '../programs/programs.ts';
import { writeSources } from '../station/support/scripted-source.ts';
import { temporaryFolder } from '../station/support/test-station.ts';
import { type Client, refusalOf, secret } from './desk.ts';

const ada = { name: 'Ada', role: 'administrator', seesSpecialCategories: true } as const;

const entry = fileURLToPath(new URL('../../../station/serve/main.ts', import.meta.url));

interface Served {
  readonly child: ChildProcess;
  tell(message: MainToStation): void;
  /** The next message, from now or before, that fits. */
  hear<Kind extends StationToMain['kind']>(kind: Kind): Promise<Extract<StationToMain, { kind: Kind }>>;
  open(windowId: string): Client;
  view(windowId: string, pageId: string): Promise<PageViewAnswer>;
}

/** The station's process as main sees it; ended when the test ends. */
function serve(): Served {
  const child = fork(entry, { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const unheard: StationToMain[] = [];
  const waiting = new Set<() => void>();
  const windows = new Map<string, (message: string) => void>();
  child.on('message', (raw) => {
    const message = stationToMainSchema.parse(raw);
    if (message.kind === 'window-message') windows.get(message.windowId)?.(message.message);
    else unheard.push(message);
    for (const look of waiting) look();
  });
  const tell = (message: MainToStation) => void child.send(message);

  function hear<Kind extends StationToMain['kind']>(kind: Kind) {
    return new Promise<Extract<StationToMain, { kind: Kind }>>((resolve) => {
      const isWanted = (message: StationToMain): message is Extract<StationToMain, { kind: Kind }> =>
        message.kind === kind;
      const look = () => {
        const found = unheard.find(isWanted);
        if (!found) return;
        unheard.splice(unheard.indexOf(found), 1);
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
    });
  }

  return {
    child,
    tell,
    hear,
    open(windowId) {
      tell({ kind: 'window-opened', windowId });
      const port = {
        on(event: string, listener: (event?: { data: unknown }) => void) {
          if (event === 'message') windows.set(windowId, (message) => listener({ data: message }));
        },
        postMessage: (message: string) => tell({ kind: 'window-message', windowId, message }),
      };
      return createORPCClient(new RPCLink({ port }));
    },
    async view(windowId, pageId) {
      tell({ kind: 'page-view', requestId: randomUUID(), windowId, pageId, view: 'screen' });
      return (await hear('page-view-answer')).answer;
    },
  };
}

const startOn = (dataFolder: string): MainToStation => ({
  kind: 'start',
  dataFolder,
  resourcesFolder: findResources().root,
  workerEntry: scriptedWorker,
  workers: 1,
});

describe('the station’s process', () => {
  it('serves a window from its first account to the picture of a page, and stops when told', async () => {
    const station = serve();
    station.tell(startOn(await temporaryFolder()));
    // Sent before the station is ready: kept, in order.
    const client = station.open('w1');
    const account = await client.session.createAccount({ ...ada, secret });
    await station.hear('ready');

    const refused = await station.view('w1', randomUUID());
    expect(refused).toMatchObject({ kind: 'refused', reason: 'not-signed-in' });
    await client.session.signIn({ accountId: account.id, secret });
    const input = await temporaryFolder();
    await writeSources(input, { 'a.png': { pages: ['read'] } });
    const { id: batchId } = await client.batches.create({ name: 'Lotto', profileId: 'general', paths: [input] });
    for await (const { running } of await client.batches.watch({ batchId })) if (!running) break;
    const [page] = await client.batches.pages({ batchId });
    const shown = await station.view('w1', page?.id ?? '');
    expect(shown).toMatchObject({ kind: 'file', mediaType: 'image/jpeg' });
    expect(shown.kind === 'file' && (await stat(shown.path)).isFile()).toBe(true);
    expect(await station.view('w1', randomUUID())).toMatchObject({ kind: 'refused', reason: 'not-found' });
    expect(await station.view('w2', page?.id ?? '')).toMatchObject({ reason: 'not-signed-in' });

    station.tell({ kind: 'stop' });
    await station.hear('stopped');
    if (station.child.exitCode === null) await once(station.child, 'exit');
    expect(station.child.exitCode).toBe(0);
  });

  it('gives a window that loads its document anew a session anew', async () => {
    const station = serve();
    station.tell(startOn(await temporaryFolder()));
    const before = station.open('w1');
    const account = await before.session.createAccount({ ...ada, secret });
    await before.session.signIn({ accountId: account.id, secret });
    station.tell({ kind: 'window-closed', windowId: 'w1' });
    const after = station.open('w1');
    expect((await after.session.get()).account).toBeNull();
    expect(await refusalOf(after.batches.list())).toBe('NOT_SIGNED_IN');
  });

  it('drops messages that do not fit the wire and goes on', async () => {
    const station = serve();
    for (const stray of ['text', { kind: 'unknown' }, { kind: 'page-view', windowId: 'w1' }]) station.child.send(stray);
    station.tell(startOn(await temporaryFolder()));
    const client = station.open('w1');
    station.tell({ kind: 'window-message', windowId: 'w1', message: 'no request' });
    station.tell({ kind: 'window-message', windowId: 'w9', message: '{"i":"0","p":{"u":"/session/get"}}' });
    expect((await client.session.get()).accounts).toEqual([]);
  });

  it('says why it cannot start on a folder that another station uses, and ends', async () => {
    const folder = await temporaryFolder();
    const first = serve();
    first.tell(startOn(folder));
    await first.hear('ready');
    const second = serve();
    second.tell(startOn(folder));
    const told = await second.hear('could-not-start');
    expect(told).toMatchObject({ code: 'folder-in-use', message: { it: expect.any(String), en: expect.any(String) } });
    if (second.child.exitCode === null) await once(second.child, 'exit');
    expect(second.child.exitCode).toBe(1);
  });

  it('ends when the process that started it is gone', async () => {
    const station = serve();
    station.tell(startOn(await temporaryFolder()));
    await station.hear('ready');
    station.child.disconnect();
    const [code] = await once(station.child, 'exit');
    expect(code).toBe(0);
  });
});
