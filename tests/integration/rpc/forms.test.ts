import { cp, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { safe } from '@orpc/client';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { FormCheck } from '../../../contract/form.ts';
import { findResources } from '../../../station/resources.ts';
import { temporaryFolder } from '../station/support/test-station.ts';
import { type Client, type Desk, readBatch, refusalOf, startDesk, startStaff } from './desk.ts';

const realWorker = fileURLToPath(new URL('../../../ocr/worker/main.ts', import.meta.url));
const shipped = findResources().forms;
const street = '/richiedente/residenza/via';

/** A workstation to which no form came with the program, with one page worker that reads in earnest. */
async function startEmptyDesk(): Promise<Desk> {
  const forms = join(await temporaryFolder(), 'forms');
  await mkdir(forms);
  return startDesk({ resources: { ...findResources(), forms }, workerEntry: realWorker, workers: 1 });
}

/** A copy of the shipped form for access to records, to be changed by the test. */
async function copyPackage(): Promise<string> {
  const folder = join(await temporaryFolder(), 'accesso-atti');
  await cp(join(shipped, 'accesso-atti'), folder, { recursive: true });
  return folder;
}

async function rewrite(file: string, change: (text: string) => string): Promise<void> {
  await writeFile(file, change(await readFile(file, 'utf8')));
}

function soundOf(check: FormCheck): Extract<FormCheck, { kind: 'sound' }> {
  if (check.kind !== 'sound') throw new Error(JSON.stringify(check.findings));
  return check;
}

async function addPackage({ forms }: Client, path: string) {
  const { digest } = soundOf(await forms.check({ path }));
  return forms.add({ path, digest });
}

/** The form that the only page of a new batch is recognised as. */
async function formOfPage(desk: Desk, client: Client, page: string): Promise<string | null> {
  const { id } = await client.batches.create({ name: 'Prova', profileId: 'general', paths: [page] });
  await desk.station.idle(id);
  const [document] = await client.batches.documents({ batchId: id });
  return document?.form?.key ?? null;
}

/** The whole of a package as one zip. */
async function zipOf(folder: string): Promise<string> {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const files: Record<string, Uint8Array> = {};
  for (const { parentPath, name } of names) {
    const path = join(parentPath, name);
    files[`modulo/${path.slice(folder.length + 1).replaceAll('\\', '/')}`] = await readFile(path);
  }
  const zip = join(await temporaryFolder(), 'modulo.zip');
  await writeFile(zip, zipSync(files));
  return zip;
}

describe('a form that is added while the station runs', () => {
  it('is recognised at once, is replaced while nothing was read with it, and is retired and taken back', async () => {
    const desk = await startEmptyDesk();
    const { administrator, clerk } = await startStaff(desk);
    const page = join(shipped, 'accesso-atti', 'layouts', '2026-11-1.png');
    const package1 = await copyPackage();
    const reference = join(package1, 'layouts', '2026-11-1.png');
    // First with the picture of another form, as if somebody had mixed up the files.
    await cp(join(shipped, 'dichiarazione-residenza', 'layouts', '2026-11-1.png'), reference);
    await addPackage(administrator.client, package1);
    expect(await formOfPage(desk, clerk.client, page)).toBeNull();

    await cp(page, reference);
    expect(soundOf(await administrator.client.forms.check({ path: package1 })).standing).toBe('replaces');
    await addPackage(administrator.client, package1);
    expect(await formOfPage(desk, clerk.client, page)).toBe('accesso-atti@1.0.0');
    expect(await clerk.client.forms.list()).toMatchObject([
      { key: 'accesso-atti@1.0.0', documents: 1, added: { by: 'Ada Amministratrice' }, retired: null },
    ]);

    await administrator.client.forms.retire({ formKey: 'accesso-atti@1.0.0' });
    expect(await formOfPage(desk, clerk.client, page)).toBeNull();
    const [retired] = await clerk.client.forms.list();
    expect(retired).toMatchObject({ documents: 1, retired: { by: 'Ada Amministratrice' } });

    await administrator.client.forms.restore({ formKey: 'accesso-atti@1.0.0' });
    expect(await formOfPage(desk, clerk.client, page)).toBe('accesso-atti@1.0.0');
    const { events } = await administrator.client.audit.events({
      ...{ accountId: administrator.account.id, subjectId: 'accesso-atti@1.0.0', from: null, to: null, before: null },
    });
    expect(events.map(({ action }) => action)).toEqual(['form.restored', 'form.retired', 'form.added', 'form.added']);
  });

  it('comes from a zip too, and is told before: pages, editions, fields by kind, and the picture of its first page', async () => {
    const desk = await startEmptyDesk();
    const { administrator } = await startStaff(desk);
    const path = await zipOf(await copyPackage());
    const { form, standing, pictureId } = soundOf(await administrator.client.forms.check({ path }));
    expect(form).toMatchObject({ key: 'accesso-atti@1.0.0', version: '1.0.0', pages: 1, editions: [{}] });
    expect(form.fields).toMatchObject({ text: expect.any(Number), signature: 1 });
    expect(standing).toBe('new');
    expect(await desk.station.testPictures.find(pictureId ?? '')).toMatch(/\.jpg$/);
    expect(await administrator.client.forms.list()).toEqual([]);
    expect(await addPackage(administrator.client, path)).toMatchObject({ key: 'accesso-atti@1.0.0', documents: 0 });
  });
});

describe('a form package that cannot be used', () => {
  it('is told fault by fault, and nothing of it is taken in', async () => {
    const desk = await startDesk();
    const { administrator } = await startStaff(desk);
    const path = await copyPackage();
    await rewrite(join(path, 'form.json'), (text) => text.replace('"1.0.0"', '"uno"'));
    await rewrite(join(path, 'layouts', '2026-11.json'), (text) => text.replace('/richiedente/nome', '/nessuno'));
    const check = await administrator.client.forms.check({ path });
    expect(check).toMatchObject({ kind: 'faulty', findings: expect.any(Array) });
    const places = check.findings.map(({ path: at }) => at);
    expect(places).toContain('form.json#/version');
    const { error } = await safe(administrator.client.forms.add({ path, digest: '0'.repeat(64) }));
    expect(error).toMatchObject({ code: 'CONFLICT' });
    expect(await readdir(join(desk.folder, 'forms'))).toEqual([]);
  });

  it('is refused where the picture of its empty page cannot be opened', async () => {
    const desk = await startEmptyDesk();
    const { administrator } = await startStaff(desk);
    const path = await copyPackage();
    const picture = join(path, 'layouts', '2026-11-1.png');
    await writeFile(picture, (await readFile(picture)).subarray(0, 400));
    expect(await administrator.client.forms.check({ path })).toMatchObject({
      kind: 'faulty',
      findings: [{ severity: 'error', path: 'layouts/2026-11-1.png' }],
    });
  });

  it('is refused where it is no package at all, is not there, or changed since it was looked at', async () => {
    const desk = await startEmptyDesk();
    const { administrator } = await startStaff(desk);
    const { forms } = administrator.client;
    const path = await copyPackage();
    expect(await refusalOf(forms.check({ path: join(path, 'form.json') }))).toBe('FORM_PACKAGE_INVALID');
    expect(await refusalOf(forms.check({ path: join(path, 'nowhere') }))).toBe('FORM_PACKAGE_INVALID');
    const { digest } = soundOf(await forms.check({ path }));
    await rewrite(join(path, 'form.json'), (text) => text.replace('"1.0.0"', '"1.0.1"'));
    expect(await refusalOf(forms.add({ path, digest }))).toBe('CONFLICT');
    expect(await forms.list()).toEqual([]);
  });

  it('is refused under the version of a form that came with the program', async () => {
    const desk = await startDesk({ workerEntry: realWorker, workers: 1 });
    const { administrator } = await startStaff(desk);
    const { forms } = administrator.client;
    const path = await copyPackage();
    const { standing, digest } = soundOf(await forms.check({ path }));
    expect(standing).toBe('built-in');
    expect(await refusalOf(forms.add({ path, digest }))).toBe('CONFLICT');
  });

  it('is refused with other content under a version that documents were read with', async () => {
    const desk = await startEmptyDesk();
    const { administrator, clerk } = await startStaff(desk);
    const { forms } = administrator.client;
    const path = await copyPackage();
    await addPackage(administrator.client, path);
    expect(soundOf(await forms.check({ path })).standing).toBe('same');
    const page = join(shipped, 'accesso-atti', 'layouts', '2026-11-1.png');
    expect(await formOfPage(desk, clerk.client, page)).toBe('accesso-atti@1.0.0');
    await rewrite(join(path, 'form.json'), (text) => text.replace('Richiesta', 'Domanda'));
    const changed = soundOf(await forms.check({ path }));
    expect(changed.standing).toBe('in-use');
    expect(await refusalOf(forms.add({ path, digest: changed.digest }))).toBe('CONFLICT');
  });
});

describe('a list of the municipality’s that is added while the station runs', () => {
  it('is used at once, and told with what is in it, since when and by whom', async () => {
    const desk = await startDesk();
    const { administrator, clerk } = await startStaff(desk);
    const batchId = await readBatch(desk, clerk.client, {
      'a.png': { pages: [{ form: 'accesso-atti@1.0.0', page: 0 }] },
    });
    const [document] = await clerk.client.batches.documents({ batchId });
    const complete = () =>
      clerk.client.verification.complete({ documentId: document?.id ?? '', pointer: street, text: 'via dei ti' });
    expect(await complete()).toEqual([]);
    expect(await clerk.client.forms.ownLists()).toEqual([
      { id: 'streets', counts: null, added: null },
      { id: 'names', counts: null, added: null },
    ]);

    const path = join(await temporaryFolder(), 'stradario.csv');
    // As older programs of Windows write an accent.
    await writeFile(path, Buffer.from('COMUNE;ODONIMO\nZ999;VIA DEI TIGLI\nZ999;VIA DELLA LIBERTÀ\n', 'latin1'));
    await administrator.client.forms.addOwnList({ id: 'streets', path });
    expect(await complete()).toEqual(['VIA DEI TIGLI']);
    expect((await clerk.client.forms.ownLists())[0]).toMatchObject({
      counts: { streets: 2 },
      added: { by: 'Ada Amministratrice' },
    });
    expect(await readFile(join(desk.folder, 'streets.csv'), 'utf8')).toContain('LIBERTÀ');
  });

  it.each([
    ['a list without the column', 'NOME\nVia Roma\n', 'riga 1: manca una colonna ODONIMO; c’è «NOME»'],
    ['commas between columns', 'COMUNE,ODONIMO\nZ999,Via Roma\n', 'riga 1: le colonne sono divise da virgole'],
    ['an empty file', '', 'riga 1: è vuota'],
    ['no name below the head', 'COMUNE;ODONIMO\nZ999;\n', 'dalla riga 2'],
    ['a spreadsheet', 'PK\u0003\u0004', 'salvarlo come CSV'],
  ])('is refused in words for %s, and the list before stays', async (_what, text, told) => {
    const desk = await startDesk();
    const { administrator } = await startStaff(desk);
    const { forms } = administrator.client;
    const path = join(await temporaryFolder(), 'elenco.csv');
    await writeFile(path, 'ODONIMO\nVia Roma\n');
    await forms.addOwnList({ id: 'streets', path });
    await writeFile(path, text);
    const { error } = await safe(forms.addOwnList({ id: 'streets', path }));
    expect(error).toMatchObject({
      code: 'UNREADABLE_LIST',
      data: { message: { it: expect.stringContaining(told) } },
    });
    expect((await forms.ownLists())[0]).toMatchObject({ counts: { streets: 1 } });
    // What cannot be found is no list either.
    await rename(path, `${path}.old`);
    expect(await refusalOf(forms.addOwnList({ id: 'streets', path }))).toBe('UNREADABLE_LIST');
  });
});
