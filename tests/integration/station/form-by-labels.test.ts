import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { labelForm } from '../../fixtures/extract/label-form.ts';
import { writeSources } from './support/scripted-source.ts';
import { startStation, temporaryFolder } from './support/test-station.ts';

async function writeForm(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'form.json'), JSON.stringify(labelForm.manifest));
  await writeFile(join(folder, 'schema.json'), JSON.stringify(labelForm.schema));
  return folder;
}

const filled = { Cognome: 'Rossi', Nome: 'Mario', 'Nato il': '10/12/1985', Data: '01/10/2026' };
const letter = { Oggetto: 'Chiavi', Data: '01/10/2026' };

it('gives pages of no layout to the added form that their labels fit, each a document for a person', async () => {
  const folder = await temporaryFolder();
  const station = await startStation(join(folder, 'data'));
  await station.forms.add(await writeForm(join(folder, 'delega')));
  await writeSources(join(folder, 'in'), {
    '1.png': { pages: [{ pairs: filled }, 'blank', { pairs: { ...filled, Nome: 'Anna' } }, { pairs: letter }] },
  });
  const paths = [join(folder, 'in')];
  const batch = station.createBatch({ name: 'prova', profileId: 'general', paths, actor: 'station' });
  await station.idle(batch);
  const { store } = station;
  const documents = store.all(
    store.query
      .selectFrom('documents')
      .innerJoin('document_pages', 'document_pages.documentId', 'documents.id')
      .select(['documents.id', 'documents.formKey', 'documents.state'])
      .select(({ fn }) => fn.countAll<number>().as('pages'))
      .where('documents.batchId', '=', batch)
      .groupBy('documents.id')
      .orderBy('documents.ordinal'),
  );
  expect(documents).toMatchObject([
    { formKey: 'delega@1.0.0', state: 'read', pages: 2 },
    { formKey: 'delega@1.0.0', state: 'read', pages: 1 },
    { formKey: null, state: 'read', pages: 1 },
  ]);
  const fields = store.all(
    store.query
      .selectFrom('fields')
      .select(['pointer', 'value', 'status', 'reason'])
      .where('documentId', '=', documents[1]?.id ?? ''),
  );
  expect(fields).toContainEqual({
    pointer: '/richiedente/nome',
    value: '"Anna"',
    status: 'doubtful',
    reason: 'found-by-label',
  });
  expect(fields.map(({ status }) => status)).not.toContain('accepted');
});
