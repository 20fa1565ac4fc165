import { chmod, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Station } from '../../../station/station.ts';
import { writeSources } from './support/scripted-source.ts';
import { startStation, temporaryFolder } from './support/test-station.ts';

function take(station: Station, ...paths: string[]): string {
  return station.createBatch({ name: 'prova', profileId: 'general', paths, actor: 'station' });
}

function sourcesOf({ store }: Station, batchId: string) {
  return store.all(
    store.query
      .selectFrom('sources')
      .select(['name', 'state', 'reasonCode'])
      .where('batchId', '=', batchId)
      .orderBy('ordinal'),
  );
}

describe('an import', () => {
  it('takes folders recursively, in the natural order of names', async () => {
    const folder = await temporaryFolder();
    await writeSources(folder, {
      'in/10.png': { pages: ['read'], salt: '10' },
      'in/2.png': { pages: ['read', 'read'], salt: '2' },
      'in/sub/1.png': { pages: ['read'], salt: 's1' },
    });
    const station = await startStation(join(folder, 'data'));
    const batch = take(station, join(folder, 'in'));
    await station.idle(batch);
    expect(sourcesOf(station, batch)).toEqual([
      { name: '2.png', state: 'opened', reasonCode: null },
      { name: '10.png', state: 'opened', reasonCode: null },
      { name: 'sub/1.png', state: 'opened', reasonCode: null },
    ]);
    expect(station.progress(batch)).toEqual({
      ...{ sources: 3, sourcesOpened: 3, refused: 0, duplicates: 0, pages: 4, pagesRead: 4, pagesQuarantined: 0 },
      ...{ documents: { read: 3 }, doubts: 0, running: false },
    });
  });
});
