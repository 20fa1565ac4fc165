import { mkdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAssembleHandler } from '../../../station/pipeline/assemble.ts';
import { forgetPictures } from '../../../station/pipeline/forget-pictures.ts';
import type { Station } from '../../../station/station.ts';
import { listPages } from '../../../station/store/batches.ts';
import { listDocuments, pagesOfDocument } from '../../../station/store/documents.ts';
import { countOpenJobs } from '../../../station/store/jobs.ts';
import { type ScriptedSource, writeSources } from './support/scripted-source.ts';
import { startStation, temporaryFolder } from './support/test-station.ts';

async function processAll(files: Readonly<Record<string, ScriptedSource>>) {
  const folder = await temporaryFolder();
  await writeSources(join(folder, 'in'), files);
  const station = await startStation(join(folder, 'data'));
  const paths = [join(folder, 'in')];
  const batch = station.createBatch({ name: 'prova', profileId: 'general', paths, actor: 'station' });
  await station.idle(batch);
  return { station, batch, folder };
}

function pagesOf({ store }: Station, batchId: string) {
  return store.all(
    store.query
      .selectFrom('batch_pages')
      .select(['id', 'sourceName', 'pageIndex', 'state', 'failureCode', 'documentId'])
      .where('batchId', '=', batchId)
      .orderBy('ordinal'),
  );
}

function documentsOf({ store }: Station, batchId: string) {
  return store.all(
    store.query
      .selectFrom('documents')
      .select(['id', 'formKey', 'state', 'note'])
      .where('batchId', '=', batchId)
      .orderBy('ordinal'),
  );
}

function eventsOf({ store }: Station, subjectId: string): string[] {
  const events = store.query.selectFrom('audit_events').select('action').where('subjectId', '=', subjectId);
  return store.all(events.orderBy('seq')).map(({ action }) => action);
}

/** Resolves at the first change of the batch after which the condition holds. */
async function untilChanged(station: Station, batchId: string, holds: () => boolean): Promise<void> {
  await new Promise<void>((resolve) => {
    const unsubscribe = station.changes.subscribe(batchId, () => {
      if (!holds()) return;
      unsubscribe();
      resolve();
    });
  });
}

describe('a page that cannot be read', () => {
  it('is quarantined when its worker dies twice, and the batch goes on', async () => {
    const { station, batch } = await processAll({
      '1.png': { pages: ['read', 'crash', 'read'] },
      '2.png': { pages: ['read'] },
    });
    expect(pagesOf(station, batch).map(({ state, failureCode }) => [state, failureCode])).toEqual([
      ['read', null],
      ['quarantined', 'worker-crashed'],
      ['read', null],
      ['read', null],
    ]);
    const jobs = station.store.all(
      station.store.query
        .selectFrom('jobs')
        .select('attempts')
        .where('kind', '=', 'read')
        .where('state', '=', 'failed'),
    );
    expect(jobs).toEqual([{ attempts: 2 }]);
    expect(documentsOf(station, batch).map(({ state }) => state)).toEqual(['read', 'read']);
  });

  it('is read after all when its worker dies once', async () => {
    const { station, batch } = await processAll({ '1.png': { pages: ['crash-once'] } });
    expect(station.progress(batch)).toMatchObject({ pagesRead: 1, pagesQuarantined: 0 });
  });

  it('is quarantined at once when the page itself is the cause', async () => {
    const { station, batch } = await processAll({ '1.png': { pages: ['damaged'] } });
    const [page] = pagesOf(station, batch);
    expect(page).toMatchObject({ state: 'quarantined', failureCode: 'damaged-file' });
    expect(documentsOf(station, batch)).toMatchObject([{ state: 'quarantined', note: 'damaged-file' }]);
    const jobs = station.store.query.selectFrom('jobs').select('attempts').where('kind', '=', 'read');
    expect(station.store.all(jobs)).toEqual([{ attempts: 1 }]);
  });

  it('goes back into the queue when a person says so, and its document is made anew', async () => {
    const { station, batch } = await processAll({ '1.png': { pages: ['damaged-once'] } });
    const [page] = pagesOf(station, batch);
    const [before] = documentsOf(station, batch);
    expect(before).toMatchObject({ state: 'quarantined' });
    station.retryPage(page?.id ?? '', 'a-person');
    expect(station.progress(batch)).toMatchObject({ pagesQuarantined: 0, running: true });
    await station.idle(batch);
    expect(eventsOf(station, page?.id ?? '')).toEqual([
      'page.captured',
      'page.quarantined',
      'page.retried',
      'page.read',
    ]);
    expect(eventsOf(station, before?.id ?? '')).toEqual(['document.quarantined', 'document.dissolved']);
    expect(documentsOf(station, batch)).toMatchObject([{ state: 'read', note: null }]);
  });

  it('that is read anew while documents are being made is not left out of them', async () => {
    const { station, batch } = await processAll({ '1.png': { pages: ['damaged-once'] } });
    const { store, forms, loadTables, calibration } = station;
    const assembly = store.first(store.query.selectFrom('jobs').selectAll().where('kind', '=', 'assemble'));
    if (assembly === undefined) throw new Error('the batch was not assembled');
    const handler = createAssembleHandler({
      store,
      loadForms: forms.byKey,
      loadRecognised: forms.byKey,
      loadTables,
      loadCalibration: calibration.inForce,
    });
    const outcome = await handler.work(assembly, new AbortController().signal);
    station.retryPage(pagesOf(station, batch)[0]?.id ?? '', 'a-person');
    await station.idle(batch);
    store.transact((transaction) => outcome.kind === 'done' && outcome.commit(transaction));
    expect(countOpenJobs(store, batch, ['assemble'])).toBe(1);
  });

  it('that is not in quarantine is not put back', async () => {
    const { station, batch } = await processAll({ '1.png': { pages: ['read'] } });
    const [page] = pagesOf(station, batch);
    expect(() => station.retryPage(page?.id ?? '', 'a-person')).toThrow(expect.objectContaining({ code: 'CONFLICT' }));
  });
});

describe('documents', () => {
  const form = 'accesso-atti@1.0.0';

  it('are made of the pages of one source that belong to no form, blank ones included', async () => {
    const { station, batch } = await processAll({ '1.png': { pages: ['read', 'blank', 'read'] } });
    const documents = documentsOf(station, batch);
    expect(documents).toMatchObject([{ formKey: null, state: 'read', note: null }]);
    expect(new Set(pagesOf(station, batch).map(({ documentId }) => documentId))).toEqual(new Set([documents[0]?.id]));
  });

  it('are one for each filled-in form, with the fields that its schema names', async () => {
    const { station, batch } = await processAll({ '1.png': { pages: [{ form, page: 0 }] } });
    const [document] = documentsOf(station, batch);
    expect(document).toMatchObject({ formKey: form, state: 'read' });
    const fields = station.store.all(
      station.store.query
        .selectFrom('fields')
        .select('status')
        .where('documentId', '=', document?.id ?? ''),
    );
    expect(fields.length).toBeGreaterThan(3);
    expect(station.progress(batch).doubts).toBe(fields.filter(({ status }) => status !== 'accepted').length);
  });

  it('of a form that is not installed wait for a person', async () => {
    const { station, batch } = await processAll({ '1.png': { pages: [{ form: 'altro@1.0.0', page: 0 }] } });
    expect(documentsOf(station, batch)).toMatchObject([{ state: 'read', note: 'form-not-installed' }]);
  });

  it('are recorded with every change of state in the audit log', async () => {
    const { station, batch } = await processAll({ '1.png': { pages: ['read'] } });
    const [page] = pagesOf(station, batch);
    const [document] = documentsOf(station, batch);
    expect(eventsOf(station, page?.id ?? '')).toEqual(['page.captured', 'page.read']);
    expect(eventsOf(station, document?.id ?? '')).toEqual(['document.read']);
    expect(eventsOf(station, batch)).toEqual(['batch.created']);
  });
});

describe('a station that closes in the middle', () => {
  it('gives its work back uncounted and the next one finishes it', async () => {
    const folder = await temporaryFolder();
    const pages = Array.from({ length: 20 }, () => 'read' as const);
    await writeSources(join(folder, 'in'), { '1.png': { pages, delayMs: 30 } });
    const first = await startStation(join(folder, 'data'));
    const paths = [join(folder, 'in')];
    const batch = first.createBatch({ name: 'prova', profileId: 'general', paths, actor: 'station' });
    await untilChanged(first, batch, () => first.progress(batch).pagesRead >= 3);
    await first.close();
    const second = await startStation(join(folder, 'data'));
    const waiting = second.progress(batch);
    expect(waiting.pagesRead).toBeLessThan(20);
    await second.idle(batch);
    expect(second.progress(batch)).toMatchObject({ pages: 20, pagesRead: 20, pagesQuarantined: 0 });
    const jobs = second.store.query.selectFrom('jobs').select('attempts').where('attempts', '<>', 1);
    expect(second.store.all(jobs)).toEqual([]);
  });
});

describe('the page', () => {
  it('on screen is read before the others', async () => {
    const folder = await temporaryFolder();
    const pages = Array.from({ length: 12 }, () => 'read' as const);
    await writeSources(join(folder, 'in'), { '1.png': { pages, delayMs: 40 } });
    const station = await startStation(join(folder, 'data'), { workers: 1 });
    const paths = [join(folder, 'in')];
    const batch = station.createBatch({ name: 'prova', profileId: 'general', paths, actor: 'station' });
    await untilChanged(station, batch, () => station.progress(batch).pages > 0);
    const last = pagesOf(station, batch)[11]?.id ?? '';
    station.putFirst(last);
    await station.idle(batch);
    const reads = station.store.query.selectFrom('audit_events').select('subjectId').where('action', '=', 'page.read');
    const order = station.store.all(reads.orderBy('seq')).map(({ subjectId }) => subjectId);
    expect(order.indexOf(last)).toBeLessThan(3);
  });
});

describe('pages of a document', () => {
  it('are those of the batch, numbered as there', async () => {
    const { station, batch } = await processAll({
      'a.png': { pages: ['read', 'read', 'read'] },
      'b.png': { pages: ['read', 'read'] },
    });
    const { store } = station;
    store.transact(({ run, query }) => {
      // The last page goes to the front, and the first one out of the pile.
      const [first, , , , last] = pagesOf(station, batch);
      const place = (id = '') => query.updateTable('pile_pages').where('pageId', '=', id);
      run(place(last?.id).set({ position: 'a1' }));
      run(place(first?.id).set({ tray: 'removed' }));
    });
    const all = listPages(store, batch);
    const documents = listDocuments(store, batch);
    expect(documents.length).toBeGreaterThan(1);
    for (const document of documents) {
      const own = pagesOfDocument(store, document);
      expect(own).toHaveLength(document.pages);
      expect(own).toEqual(own.map(({ id }) => all.find((page) => page.id === id)));
    }
  });
});

describe('pictures of pages', () => {
  it('are drawn once and kept', async () => {
    const { station, batch } = await processAll({ '1.png': { pages: ['read'] } });
    const [page] = pagesOf(station, batch);
    const [first, second] = await Promise.all([
      station.picture(page?.id ?? '', 'screen'),
      station.picture(page?.id ?? '', 'screen'),
    ]);
    expect(first).toMatchObject({ kind: 'file', mediaType: 'image/jpeg' });
    expect(second).toEqual(first);
    expect(first.kind === 'file' && (await readFile(first.path, 'utf8'))).toBe('a picture');
  });

  it('go when nobody has looked at them for two months, and are drawn again when somebody does', async () => {
    const { station, batch } = await processAll({ '1.png': { pages: ['read', 'read'] } });
    const draw = async (index: number) => {
      const picture = await station.picture(pagesOf(station, batch)[index]?.id ?? '', 'screen');
      return picture.kind === 'file' ? picture.path : '';
    };
    const paths = [await draw(0), await draw(1)] as const;
    const halfDrawn = join(dirname(paths[0]), 'half-drawn.jpg');
    const { derived } = station.store.folder;
    const other = join(derived, 'layouts', 'old');
    await mkdir(dirname(other), { recursive: true });
    for (const path of [halfDrawn, other]) await writeFile(path, '');
    const longAgo = new Date(Date.now() - 61 * 86_400_000);
    for (const path of [...paths, halfDrawn, other]) await utimes(path, longAgo, longAgo);
    expect(await draw(1)).toBe(paths[1]);
    expect(await forgetPictures(derived, new Date(), new AbortController().signal)).toBe(2);
    await expect(stat(paths[0])).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(stat(halfDrawn)).rejects.toMatchObject({ code: 'ENOENT' });
    for (const path of [paths[1], other]) await stat(path);
    await stat(await draw(0));
    expect(await forgetPictures(derived, new Date(), AbortSignal.abort())).toBe(0);
  });

  it('are lossless where they are delivered, and quickly decoded where people look at them', async () => {
    const { station, batch } = await processAll({ '1.png': { pages: ['read'] } });
    const [page] = pagesOf(station, batch);
    expect(await station.picture(page?.id ?? '', 'close')).toMatchObject({ mediaType: 'image/jpeg' });
    expect(await station.picture(page?.id ?? '', 'full')).toMatchObject({ mediaType: 'image/png' });
  });

  it('of a page that is not there are not found', async () => {
    const { station } = await processAll({});
    expect(await station.picture('nothing', 'full')).toEqual({ kind: 'not-found' });
  });
});
