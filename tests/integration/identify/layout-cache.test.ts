import { cp, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildCatalogue, type FormCatalogue } from '../../../ocr/identify/catalogue.ts';
import { decodeFeatures } from '../../../ocr/identify/feature-file.ts';

const shipped = join(import.meta.dirname, '../../../resources/forms/accesso-atti');
let scratch: string;
let cache: string;
beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'layout-cache-'));
  cache = join(scratch, 'derived', 'layouts');
});
afterEach(() => rm(scratch, { recursive: true }));

describe('the cache of what is measured on empty form pages', () => {
  it('gives the catalogue that measuring gives', async () => {
    const measured = await buildCatalogue([shipped]);
    const kept = await buildCatalogue([shipped], cache);
    const found = await buildCatalogue([shipped], cache);
    expect(measured.pages.length).toBeGreaterThan(0);
    expect(await readdir(cache)).toHaveLength(measured.pages.length);
    expectSame(kept, measured);
    expectSame(found, measured);
  });

  it('is read, not written again, when it has the layout', async () => {
    await buildCatalogue([shipped], cache);
    const before = await timesWritten();
    await buildCatalogue([shipped], cache);
    expect(await timesWritten()).toEqual(before);
  });

  it.each([
    ['cut short', (path: string) => truncate(path, 1000)],
    ['emptied', (path: string) => truncate(path, 0)],
    ['overwritten', (path: string) => writeFile(path, 'something else')],
  ])('is mended where a file was %s', async (_, damage) => {
    const sound = await buildCatalogue([shipped], cache);
    const [path = ''] = await files();
    const before = decodeFeatures(await readFile(path));
    await damage(path);
    expectSame(await buildCatalogue([shipped], cache), sound);
    expect(before).not.toBeNull();
    // The same values may be written with other bytes: how an array is written depends on how the engine holds it.
    expect(decodeFeatures(await readFile(path))).toEqual(before);
  });

  it('may be filled by several at once, and holds whole files only', async () => {
    const [one, ...others] = await Promise.all([1, 2, 3].map(() => buildCatalogue([shipped], cache)));
    if (one === undefined) throw new Error('nothing was built');
    for (const other of others) expectSame(other, one);
    expect(await readdir(cache)).toHaveLength(one.pages.length);
    const before = await timesWritten();
    expectSame(await buildCatalogue([shipped], cache), one);
    expect(await timesWritten()).toEqual(before);
  });

  it('measures a layout anew when one of its zones was moved', async () => {
    await buildCatalogue([shipped], cache);
    const form = join(scratch, 'accesso-atti');
    await cp(shipped, form, { recursive: true });
    const { pages } = await buildCatalogue([shipped], cache);
    const edition = join(form, 'layouts', `${pages[0]?.layout.edition}.json`);
    const moved = (await readFile(edition, 'utf8')).replace(/"x":[\d.]+/, '"x":50.25');
    await writeFile(edition, moved);
    const after = await buildCatalogue([form], cache);
    expect(await readdir(cache)).toHaveLength(pages.length + 1);
    expect(after.pages[0]?.features.zonePrint[0]?.zone.rectMm.x).toBe(50.25);
  });

  it('costs only time where its folder cannot be written, and says so', async () => {
    const warn = vi.spyOn(process, 'emitWarning').mockReturnValue();
    const taken = join(scratch, 'a-file');
    await writeFile(taken, '');
    expectSame(await buildCatalogue([shipped], join(taken, 'layouts')), await buildCatalogue([shipped]));
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('could not be kept'));
    warn.mockRestore();
  });
});

function expectSame(one: FormCatalogue, other: FormCatalogue): void {
  expect(one.pages.map(({ features }) => plain(features))).toEqual(other.pages.map(({ features }) => plain(features)));
  expect(Buffer.from(one.index.words.buffer)).toEqual(Buffer.from(other.index.words.buffer));
}

/** Buffers and byte arrays of the same bytes are the same. */
function plain(features: FormCatalogue['pages'][number]['features']) {
  const { packed, ...rest } = features;
  return { ...rest, packed: { ...packed, deflated: Buffer.from(packed.deflated) } };
}

async function files(): Promise<string[]> {
  return (await readdir(cache)).map((name) => join(cache, name));
}

async function timesWritten(): Promise<bigint[]> {
  return Promise.all((await files()).map(async (path) => (await stat(path, { bigint: true })).mtimeNs));
}
