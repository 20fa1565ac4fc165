import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PracticeTrap } from '../../../contract/practice.ts';
import { answersFile, type PracticeAnswers } from '../../../station/practice/answers.ts';
import type { Client, Desk, Person } from '../rpc/desk.ts';
import { writeSources } from '../station/support/scripted-source.ts';
import { temporaryFolder } from '../station/support/test-station.ts';

export const form = 'accesso-atti@1.0.0';

/** What stands on both papers, by field; every other field is empty. */
export const onPaper: Readonly<Record<string, string>> = {
  '/richiedente/cognome': 'Rossi',
  '/richiedente/nome': 'Ada',
  '/atto/oggetto': 'Permesso di costruire',
};
const traps: Readonly<Record<string, PracticeTrap>> = {
  '/richiedente/luogoNascita': 'unreadable',
  '/richiedente/nome': 'wrong-on-paper',
};

/** A pile of two requests that the scripted worker reads as empty forms. */
export async function writePile(pointers: readonly string[], delayMs = 0): Promise<string> {
  const folder = await temporaryFolder();
  const files = ['practice-1-1.png', 'practice-2-1.png'];
  await writeSources(
    folder,
    Object.fromEntries(files.map((file) => [file, { pages: [{ form, page: 0 }], salt: file, delayMs }])),
  );
  const fields = Object.fromEntries(
    pointers.map((pointer) => [pointer, { value: onPaper[pointer] ?? null, trap: traps[pointer] ?? null }]),
  );
  const answers: PracticeAnswers = { documents: files.map((file) => ({ files: [file], fields })) };
  await writeFile(join(folder, answersFile), JSON.stringify(answers));
  return folder;
}

/** A practice pile of a person that has been read; its documents in order. */
export async function startPile(desk: Desk, { client }: Person): Promise<{ batchId: string; documents: string[] }> {
  const { id: batchId } = await client.practice.start({ name: 'Esercitazione' });
  await desk.station.idle(batchId);
  const documents = await client.batches.documents({ batchId });
  return { batchId, documents: documents.map(({ id }) => id) };
}

/** Answers every open field of a document, from `said` or as the paper has it, and finishes it. */
export async function answerDocument(
  client: Client,
  documentId: string,
  said: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { fields } = await client.verification.get({ documentId });
  for (const { pointer } of fields.filter(({ open }) => open)) {
    const value = said[pointer] ?? onPaper[pointer];
    const nothing = traps[pointer] === 'unreadable' ? ({ kind: 'unreadable' } as const) : ({ kind: 'empty' } as const);
    const verdict = value === undefined ? nothing : ({ kind: 'key', value } as const);
    await client.verification.decide({ documentId, pointer, verdict });
  }
  await client.verification.finish({ documentId });
}
