import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { batchesOf, filesIn, only, person, scan, startOffice, until, watched } from './support/watching-office.ts';

describe('what comes into a watched folder', () => {
  /** An office whose clock is moved by hand from half past nine in the morning. */
  async function officeAt() {
    let now = new Date(2026, 2, 2, 9, 30);
    const office = await startOffice({ clock: () => now });
    const path = await office.folderNamed('copier');
    let taken = 0;
    const put = async (minutesLater: number) => {
      now = new Date(now.getTime() + minutesLater * 60_000);
      taken += 1;
      await writeFile(join(path, `${taken}.png`), scan(`${taken}`));
      await until(async () => expect(await filesIn(path)).toEqual([]));
    };
    return { ...office, path, put };
  }

  it('is one batch until nothing has come for half an hour, also over midnight', async () => {
    const { folders, station, path, put } = await officeAt();
    await folders.add(person, watched(path, 'pause'));
    for (const minutesLater of [0, 29, 29, 31, 14 * 60, 20]) await put(minutesLater);
    const { store } = station;
    const names = batchesOf(station).map(({ name }) => name);
    expect(names).toEqual(['copier 2026-03-02 09:30', 'copier 2026-03-02 10:59', 'copier 2026-03-03 00:59']);
    const taken = store.all(store.query.selectFrom('hot_files').select('batchId').orderBy('takenAt'));
    const batches = batchesOf(station).map(({ id }) => id);
    expect(taken.map(({ batchId }) => batches.indexOf(batchId))).toEqual([0, 0, 0, 1, 2, 2]);
  });

  it('is one batch a day, where that was chosen, from midnight to midnight of the office', async () => {
    const { folders, station, path, put } = await officeAt();
    await folders.add(person, watched(path, 'day'));
    for (const minutesLater of [0, 8 * 60, 14 * 60]) await put(minutesLater);
    expect(batchesOf(station).map(({ name }) => name)).toEqual(['copier 2026-03-02', 'copier 2026-03-03']);
    expect(only(folders).takenToday).toBe(1);
  });
});
