import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { createPagePool, type PagePool } from '../../ocr/worker/pool.ts';

const entry = process.env.TABULARIUM_ENTRY ?? '';
const resources = process.env.TABULARIUM_PACKAGED_RESOURCES ?? '';

let folder = '';
let pool: PagePool;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tabularium-page-worker-'));
  pool = createPagePool({ workers: 1, deadlineMs: 50_000, entry: join(dirname(entry), 'page-worker.js') });
});
test.afterEach(async () => {
  await pool.close();
  await rm(folder, { recursive: true });
});

test('the packaged page worker reads a form with the language data and form packages it came with', async () => {
  const forms = (await readdir(join(resources, 'forms'))).map((name) => join(resources, 'forms', name));
  const [first = ''] = forms;
  const response = await pool.run({
    kind: 'read',
    path: await findReferencePage(first),
    name: 'reference page',
    index: 0,
    forms,
    settings: { language: 'ita', mode: 'page' },
  });
  expect(response).toMatchObject({ kind: 'read', reading: { registration: { form: expect.any(String) } } });
  expect(response.kind === 'read' && response.reading.words.length).toBeGreaterThan(20);
});

test('the packaged page worker opens a PDF', async () => {
  const path = join(folder, 'page.pdf');
  await writeFile(path, emptyPdf());
  const response = await pool.run({ kind: 'inspect', path, name: 'page.pdf' });
  expect(response).toMatchObject({ kind: 'inspected', pages: [{ index: 0 }] });
});

/** The picture of a form's first page, as it is printed. */
async function findReferencePage(form: string): Promise<string> {
  const names = await readdir(join(form, 'layouts'), { recursive: true });
  const picture = names.filter((name) => name.endsWith('.png')).sort()[0];
  if (picture === undefined) throw new Error(`no reference page in ${form}`);
  return join(form, 'layouts', picture);
}

/** One empty A4 page; readers rebuild the missing table of offsets. */
function emptyPdf(): string {
  return [
    '%PDF-1.4',
    '1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj',
    '2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj',
    '3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]>> endobj',
    'trailer <</Root 1 0 R>>',
    '%%EOF',
  ].join('\n');
}
