import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createPagePool, type PagePool } from '../../../ocr/worker/pool.ts';
import { fillForms } from '../../../tools/blank-forms/fill-forms.ts';
import { type FunsdPage, readFunsd } from '../../../tools/train/noisy-pages/funsd.ts';

let folder: string;
let pool: PagePool;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'blank-form-'));
  pool = createPagePool({ workers: 1 });
});
afterAll(async () => {
  await pool.close();
  await rm(folder, { recursive: true });
});

const lines = (blank: (letters: number) => string) => [
  `Cognome e nome ${blank(60)}`,
  `nato/a a ${blank(32)} il ${blank(22)}`,
  `residente in ${blank(28)} via/piazza ${blank(26)} n. ${blank(10)}`,
  `telefono ${blank(24)} e-mail ${blank(36)}`,
];

async function printForm(path: string, blank: (letters: number) => string, pitch = 28): Promise<void> {
  const document = new PDFDocument({ size: 'A4', margin: 60 });
  const file = createWriteStream(path);
  document.pipe(file);
  document.font('Helvetica-Bold').fontSize(14).text('RICHIESTA DI OCCUPAZIONE DEL SUOLO', 60, 80);
  document.font('Helvetica').fontSize(11);
  for (const [index, line] of lines(blank).entries())
    document.text(line, 60, 140 + pitch * index, { lineBreak: false });
  document.end();
  await once(file, 'close');
}

/** Questions with their answers, as told beside the page. */
function truthOf({ entities }: FunsdPage): string[][] {
  const byId = new Map(entities.map((entity) => [entity.id, entity.text]));
  return entities
    .filter(({ label }) => label === 'question')
    .flatMap((question) => question.linking.map(([, to]) => [question.text, byId.get(to) ?? '']));
}

async function readingOf({ image, name }: FunsdPage) {
  const response = await pool.run({
    ...{ kind: 'read', path: image, name, index: 0, forms: [] },
    settings: { language: 'ita', mode: 'page' },
  });
  if (response.kind !== 'read') throw new Error('the page was not read');
  return response.reading;
}

it.each([
  ['underscores', (letters: number) => '_'.repeat(letters)],
  ['dots', (letters: number) => '.'.repeat(2 * letters)],
])('what was filled in on %s within lines of print is told with the words before it', async (name, blank) => {
  const [forms, filled] = [join(folder, `${name}-empty`), join(folder, `${name}-filled`)];
  mkdirSync(forms);
  await printForm(join(forms, 'suolo.pdf'), blank);
  await fillForms(forms, filled, { seed: 'one', hand: 'typed', level: 'none', fewest: 4 });
  const [page] = readFunsd(filled);
  if (page === undefined) throw new Error('no page was filled in');
  const truth = truthOf(page);
  expect(truth.length).toBeGreaterThanOrEqual(5);
  const { pairs } = await readingOf(page);
  expect(pairs.map(({ label, value }) => [label.text, value.text])).toEqual(
    expect.arrayContaining(truth.map(([label = '', value]) => [label.replace(/\.$/, ''), value])),
  );
});

it('what a hand wrote on blanks is read as handwriting, in the text of the page too', async () => {
  const [forms, filled] = [join(folder, 'hand-empty'), join(folder, 'hand-filled')];
  mkdirSync(forms);
  await printForm(join(forms, 'suolo.pdf'), (letters) => '_'.repeat(letters));
  await fillForms(forms, filled, { seed: 'two', hand: 'handwritten', level: 'none', fewest: 4 });
  const [page] = readFunsd(filled);
  if (page === undefined) throw new Error('no page was filled in');
  const { pairs, text } = await readingOf(page);
  const values = truthOf(page).map(([, value = '']) => value);
  const read = pairs.map(({ value }) => value.text);
  expect(values.length).toBeGreaterThanOrEqual(5);
  // One letter of a mail address may be taken for another.
  expect(values.filter((value) => read.includes(value)).length).toBeGreaterThanOrEqual(values.length - 1);
  for (const value of read) expect(text).toContain(value);
});

it('labels that writing of the lines above and below lies over are told as they are printed', async () => {
  const [forms, filled] = [join(folder, 'close-empty'), join(folder, 'close-filled')];
  mkdirSync(forms);
  await printForm(join(forms, 'suolo.pdf'), (letters) => '_'.repeat(letters), 14);
  await fillForms(forms, filled, { seed: 'two', hand: 'handwritten', level: 'none', fewest: 4 });
  const [page] = readFunsd(filled);
  if (page === undefined) throw new Error('no page was filled in');
  const { pairs } = await readingOf(page);
  // Read with the writing in place, none of these is told.
  expect(pairs.map(({ label }) => label.text)).toEqual(
    expect.arrayContaining(['Cognome e nome', 'nato/a a', 'residente in', 'telefono']),
  );
});
