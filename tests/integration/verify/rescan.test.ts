import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RescanRequest } from '../../../contract/rescan.ts';
import { machine } from '../../../station/audit/chain.ts';
import { verifyAudit } from '../../../station/audit/verify.ts';
import { approveAll } from '../deliver/office.ts';
import { type Client, readBatch, refusalOf, startDesk, startStaff } from '../rpc/desk.ts';
import { type Behaviour, writeSources } from '../station/support/scripted-source.ts';
import { temporaryFolder } from '../station/support/test-station.ts';

const residence = (page: number): Behaviour => ({ form: 'dichiarazione-residenza@1.0.0', page });

/** A form of two pages with a word on a field of each, another document behind it, and an office. */
async function startVerifying() {
  const desk = await startDesk();
  const staff = await startStaff(desk);
  const { client } = staff.clerk;
  const batchId = await readBatch(desk, client, {
    'a.png': { pages: [residence(0), residence(1)] },
    'b.png': { pages: [residence(0)] },
  });
  const [document, other] = await client.batches.documents({ batchId });
  const documentId = document?.id ?? '';
  const { pageList, fields } = await client.verification.get({ documentId });
  const pageIds = pageList.map(({ id }) => id);
  const form = (await desk.station.forms.byKey()).get(document?.form?.key ?? '');
  // On these pages nothing was read: where a field stands only the layout tells.
  const zonesOn = (page: number) => form?.layouts[0]?.pages[page]?.zones.map(({ field }) => field) ?? [];
  const pointerOn = (page: number) =>
    fields.find(({ open, pointer }) => open && zonesOn(page).includes(pointer) && !zonesOn(1 - page).includes(pointer))
      ?.pointer ?? '';
  const request = (given: Partial<RescanRequest> = {}): RescanRequest => ({
    ...{ documentId, pageIds: [pageIds[1] ?? ''], reason: 'cut-off', words: null },
    ...given,
  });
  return { desk, ...staff, batchId, documentId, otherId: other?.id ?? '', pageIds, pointerOn, request };
}
type Verifying = Awaited<ReturnType<typeof startVerifying>>;

const say = (client: Client, documentId: string, pointer: string) =>
  client.verification.decide({ documentId, pointer, verdict: { kind: 'unreadable' } });

const stateOf = async (client: Client, documentId: string) => (await client.verification.get({ documentId })).state;

/** Pointers of the fields with a word. */
const decidedOf = async (client: Client, documentId: string): Promise<string[]> => {
  const { fields } = await client.verification.get({ documentId });
  return fields.filter(({ verification }) => verification !== null).map(({ pointer }) => pointer);
};

/** Puts a file in the place of a page, and lets the station read it. */
async function replace({ desk, clerk, batchId }: Verifying, pageId: string, behaviour: Behaviour): Promise<void> {
  const folder = await temporaryFolder();
  await writeSources(folder, { 'nuovo.png': { pages: [behaviour], salt: pageId } });
  await clerk.client.piles.replaceWithFile({ batchId, pageId, path: join(folder, 'nuovo.png') });
  await desk.station.idle(batchId);
}

function eventsOf({ desk: { station }, documentId }: Verifying) {
  const { store } = station;
  return store
    .all(
      store.query.selectFrom('audit_events').select(['actor', 'action', 'detail']).where('subjectId', '=', documentId),
    )
    .map(({ detail, ...event }) => ({ ...event, detail: JSON.parse(detail ?? 'null') }));
}

describe('a document with a page that cannot be used', () => {
  it('leaves verification with its reason, the audit log tells it without the words, and the lock is given back', async () => {
    const office = await startVerifying();
    const { clerk, supervisor, batchId, documentId, otherId, pageIds, pointerOn, request } = office;
    await say(clerk.client, documentId, pointerOn(0));
    const doubts = (await clerk.client.batches.get({ batchId })).progress.doubts;
    const { openFields } = await clerk.client.verification.get({ documentId });
    const sent = await clerk.client.verification.rescan(request({ words: 'Rossi è tagliato a metà' }));
    expect(sent).toMatchObject({ state: 'rescan' });
    expect(await decidedOf(clerk.client, documentId)).toEqual([pointerOn(0)]);
    const queue = await clerk.client.verification.queue({ batchId, task: 'verify' });
    expect(queue.map(({ id }) => id)).toEqual([otherId]);
    expect(await supervisor.client.work.hold({ documentId })).toEqual({ kind: 'held' });
    const { progress } = await clerk.client.batches.get({ batchId });
    expect(progress).toMatchObject({ documents: { rescan: 1, read: 1 }, doubts: doubts - openFields });
    expect(await clerk.client.verification.rescans({ batchId })).toMatchObject([
      {
        ...{ document: { id: documentId }, reason: 'cut-off', words: 'Rossi è tagliato a metà', by: 'Carla Impiegata' },
        pages: [{ position: 1, page: { id: pageIds[1] } }],
      },
    ]);
    const { waiting } = await supervisor.client.oversight.get();
    expect(waiting.find(({ state }) => state === 'rescan')).toMatchObject({ documents: 1, openFields: 0 });
    const event = eventsOf(office).at(-1);
    expect(event).toMatchObject({ actor: clerk.account.id, action: 'document.rescan' });
    expect(event?.detail).toEqual({ reason: 'cut-off', pages: 1, from: 'verifying', to: 'rescan' });
    expect(verifyAudit(office.desk.station.store).faults).toEqual([]);
  });

  it('takes no word, is not finished, approved or delivered', async () => {
    const { desk, clerk, supervisor, batchId, documentId, otherId, pointerOn, request } = await startVerifying();
    await clerk.client.verification.rescan(request());
    const refused = [
      () => say(clerk.client, documentId, pointerOn(0)),
      () => clerk.client.verification.finish({ documentId }),
      () => clerk.client.verification.leaveForm({ documentId, formKey: null }),
      () => clerk.client.verification.rescan(request()),
      () => supervisor.client.verification.approve({ documentId }),
      () => supervisor.client.verification.sendBack({ documentId, reason: 'no' }),
    ];
    for (const call of refused) expect(await refusalOf(call())).toBe('CONFLICT');
    await clerk.client.work.release({ documentId });
    const { fields } = await clerk.client.verification.get({ documentId: otherId });
    for (const { pointer } of fields.filter(({ open }) => open)) await say(clerk.client, otherId, pointer);
    await clerk.client.verification.finish({ documentId: otherId });
    await supervisor.client.verification.approve({ documentId: otherId });
    const destination = { id: 'comune', title: 'Protocollo', url: 'http://127.0.0.1:9', token: 'gettone' };
    await supervisor.client.deliveries.saveDestination(destination);
    await supervisor.client.deliveries.start({ batchId, destinationId: 'comune' });
    const deliveries = await supervisor.client.deliveries.list({ batchId });
    expect(deliveries.map((delivery) => delivery.documentId)).toEqual([otherId]);
    const { store } = desk.station;
    expect(store.all(store.query.selectFrom('jobs').select('kind').where('kind', '=', 'refit'))).toEqual([]);
  });

  it('is said by who may work on it, of its own pages, with a reason', async () => {
    const { clerk, supervisor, auditor, documentId, otherId, pageIds, request } = await startVerifying();
    expect(await refusalOf(auditor.client.verification.rescan(request()))).toBe('NOT_ALLOWED');
    expect(await refusalOf(clerk.client.verification.rescan(request({ reason: 'other' })))).toBe('INVALID_INPUT');
    const ofOther = request({ documentId: otherId, pageIds });
    expect(await refusalOf(clerk.client.verification.rescan(ofOther))).toBe('NOT_FOUND');
    await clerk.client.work.hold({ documentId });
    expect(await refusalOf(supervisor.client.verification.rescan(request()))).toBe('CONFLICT');
    await clerk.client.work.release({ documentId });
    // Nothing of what was refused was written.
    expect(await stateOf(clerk.client, documentId)).toBe('read');
    expect((await supervisor.client.verification.rescan(request())).state).toBe('rescan');
    expect(await refusalOf(auditor.client.verification.verifyAnyway({ documentId }))).toBe('NOT_ALLOWED');
  });
});

describe('a document that waits for its paper', () => {
  it('is read again with its new page and comes back, with the words on the pages that stayed', async () => {
    const office = await startVerifying();
    const { clerk, batchId, documentId, pageIds, pointerOn, request } = office;
    for (const page of [0, 1]) await say(clerk.client, documentId, pointerOn(page));
    await clerk.client.verification.rescan(request());
    await replace(office, pageIds[1] ?? '', residence(1));
    const detail = await clerk.client.verification.get({ documentId });
    expect(detail.state).toBe('verifying');
    expect(detail.pageList.map(({ id }) => pageIds.indexOf(id))).toEqual([0, -1]);
    expect(await decidedOf(clerk.client, documentId)).toEqual([pointerOn(0)]);
    expect(await clerk.client.verification.rescans({ batchId })).toEqual([]);
    const queue = await clerk.client.verification.queue({ batchId, task: 'verify' });
    expect(queue.map(({ id }) => id)).toContain(documentId);
    expect(queue.find(({ id }) => id === documentId)?.openFields).toBe(detail.openFields);
    expect(eventsOf(office).at(-1)).toMatchObject({
      ...{ actor: machine, action: 'document.renewed' },
      detail: { from: 'rescan', to: 'verifying', pages: 2, verdicts: 1 },
    });
    expect(verifyAudit(office.desk.station.store).faults).toEqual([]);
  });

  it('comes back as read where nobody had given a word, and can be approved in the end', async () => {
    const office = await startVerifying();
    const { clerk, supervisor, batchId, documentId, pageIds, request } = office;
    await clerk.client.verification.rescan(request({ pageIds }));
    await replace(office, pageIds[0] ?? '', residence(0));
    // One page of two is there anew.
    expect(await clerk.client.verification.rescans({ batchId })).toMatchObject([
      { document: { id: documentId, state: 'rescan' }, pages: [{ position: 1 }] },
    ]);
    await replace(office, pageIds[1] ?? '', residence(1));
    expect(await stateOf(clerk.client, documentId)).toBe('read');
    await approveAll(clerk.client, supervisor.client, batchId);
    expect(await stateOf(clerk.client, documentId)).toBe('approved');
  });

  it('may be made of other pages than before, as any document of the pile', async () => {
    const office = await startVerifying();
    const { desk, clerk, batchId, documentId, pageIds, pointerOn, request } = office;
    const [first = '', second = ''] = pageIds;
    await say(clerk.client, documentId, pointerOn(0));
    await clerk.client.verification.rescan(request({ reason: 'other', words: 'Non è di questa pratica' }));
    await clerk.client.piles.toTray({ batchId, pageIds: [second] });
    await desk.station.idle(batchId);
    expect(await stateOf(clerk.client, documentId)).toBe('verifying');
    expect((await clerk.client.verification.get({ documentId })).pageList.map(({ id }) => id)).toEqual([first]);
    await clerk.client.verification.rescan(request({ pageIds: [first] }));
    await clerk.client.piles.toTray({ batchId, pageIds: [first] });
    await desk.station.idle(batchId);
    expect(await refusalOf(clerk.client.verification.get({ documentId }))).toBe('NOT_FOUND');
    expect(verifyAudit(desk.station.store).faults).toEqual([]);
  });

  it('that is split at that page goes on waiting with it, and the rest is a document of its own', async () => {
    const { desk, clerk, batchId, documentId, pageIds, request } = await startVerifying();
    const [first = '', second = ''] = pageIds;
    await clerk.client.verification.rescan(request({ pageIds: [second] }));
    await clerk.client.piles.split({ pageId: second });
    await desk.station.idle(batchId);
    expect(await clerk.client.verification.rescans({ batchId })).toMatchObject([
      { document: { id: documentId, state: 'rescan' }, reason: 'cut-off', pages: [{ page: { id: second } }] },
    ]);
    expect((await clerk.client.verification.get({ documentId })).pageList.map(({ id }) => id)).toEqual([second]);
    const [rest] = await clerk.client.batches.documents({ batchId });
    const { state, pageList } = await clerk.client.verification.get({ documentId: rest?.id ?? '' });
    expect([state, pageList.map(({ id }) => id)]).toEqual(['read', [first]]);
    expect(verifyAudit(desk.station.store).faults).toEqual([]);
  });

  it('that is split between two such pages leaves none of them without its flag', async () => {
    const { desk, clerk, batchId, pageIds, request } = await startVerifying();
    const [first = '', second = ''] = pageIds;
    await clerk.client.verification.rescan(request({ pageIds }));
    await clerk.client.piles.split({ pageId: second });
    await desk.station.idle(batchId);
    const waiting = await clerk.client.verification.rescans({ batchId });
    expect(waiting.map(({ reason }) => reason)).toEqual(['cut-off', 'cut-off']);
    expect(waiting.map(({ pages }) => pages.map(({ page }) => page.id)).toSorted()).toEqual(
      [[first], [second]].toSorted(),
    );
    expect(verifyAudit(desk.station.store).faults).toEqual([]);
  });

  it('whose page is turned is read again, and keeps its words', async () => {
    const office = await startVerifying();
    const { desk, clerk, batchId, documentId, pageIds, pointerOn, request } = office;
    for (const page of [0, 1]) await say(clerk.client, documentId, pointerOn(page));
    await clerk.client.verification.rescan(request({ reason: 'wrong-side' }));
    const which = { kind: 'pages' as const, pageIds: [pageIds[0] ?? ''] };
    await clerk.client.piles.rotate({ batchId, which, clockwiseDeg: 180 });
    await desk.station.idle(batchId);
    // Another page than the one that cannot be used.
    expect(await stateOf(clerk.client, documentId)).toBe('rescan');
    await clerk.client.piles.rotate({
      batchId,
      which: { kind: 'pages', pageIds: [pageIds[1] ?? ''] },
      clockwiseDeg: 180,
    });
    await desk.station.idle(batchId);
    expect(await stateOf(clerk.client, documentId)).toBe('verifying');
    expect(await decidedOf(clerk.client, documentId)).toEqual([pointerOn(0), pointerOn(1)]);
  });

  it('whose new page cannot be read is quarantined with it, and lost to nobody', async () => {
    const office = await startVerifying();
    const { clerk, batchId, pageIds, request } = office;
    await clerk.client.verification.rescan(request({ pageIds }));
    for (const pageId of pageIds) await replace(office, pageId, 'crash');
    const states = (await clerk.client.batches.documents({ batchId })).map(({ state }) => state);
    expect(states).toContain('quarantined');
    expect(states).not.toContain('rescan');
  });

  it('waits on whatever else happens in the pile', async () => {
    const office = await startVerifying();
    const { desk, clerk, batchId, documentId, pageIds, request } = office;
    await clerk.client.verification.rescan(request());
    const pages = (await clerk.client.piles.pages({ batchId, from: 2, count: 1 })).pages;
    const which = { kind: 'pages' as const, pageIds: [pages[0]?.id ?? ''] };
    await clerk.client.piles.rotate({ batchId, which, clockwiseDeg: 180 });
    await desk.station.idle(batchId);
    expect(await stateOf(clerk.client, documentId)).toBe('rescan');
    expect(eventsOf(office).at(-1)?.action).toBe('document.rescan');
    // Every page is searched for separators, and so read again: none is better for it.
    await clerk.client.piles.setSeparation({ batchId, separation: { by: 'patch-codes' } });
    await desk.station.idle(batchId);
    expect(await clerk.client.verification.rescans({ batchId })).toMatchObject([
      { document: { id: documentId, state: 'rescan' }, pages: [{ page: { id: pageIds[1] } }], renewing: false },
    ]);
  });

  it('is verified anyway where the paper is no better', async () => {
    const office = await startVerifying();
    const { clerk, supervisor, batchId, documentId, pointerOn, request } = office;
    await say(clerk.client, documentId, pointerOn(0));
    await clerk.client.verification.rescan(request());
    await supervisor.client.work.hold({ documentId });
    expect(await refusalOf(clerk.client.verification.verifyAnyway({ documentId }))).toBe('CONFLICT');
    await supervisor.client.work.release({ documentId });
    expect((await clerk.client.verification.verifyAnyway({ documentId })).state).toBe('verifying');
    expect(await decidedOf(clerk.client, documentId)).toEqual([pointerOn(0)]);
    expect(await clerk.client.verification.rescans({ batchId })).toEqual([]);
    expect(await refusalOf(clerk.client.verification.verifyAnyway({ documentId }))).toBe('CONFLICT');
    expect(eventsOf(office).at(-1)).toMatchObject({ action: 'document.verifying', detail: { from: 'rescan' } });
    // And once more, should it be no good after all.
    await clerk.client.verification.rescan(request({ reason: 'blurred' }));
    expect(await clerk.client.verification.rescans({ batchId })).toMatchObject([{ reason: 'blurred' }]);
  });
});
