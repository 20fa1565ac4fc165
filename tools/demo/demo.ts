import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Delivery } from '../../contract/delivery.ts';
import type { DocumentDetail } from '../../contract/document.ts';
import { sameValue } from '../../ocr/extract/same-value.ts';
import type { Station } from '../../station/station.ts';
import { formatTable } from '../report/table.ts';
import { makePile } from '../samples/pile.ts';
import { planDemoPile } from '../samples/plan.ts';
import type { Truth } from '../samples/truth.ts';
import { openWorkshop } from '../samples/workshop.ts';
import { type Office, openOffice, readPile, sendBatch, verifyBatch } from './office.ts';
import { truthOfDocument } from './truth-by-document.ts';

/**
 * The main job on a sample pile, from file to receipt: invented people's forms are drawn, taken in, read, verified by a clerk
 * and approved by a supervisor (both invented, answering from the truth), and delivered to an intake on this machine.
 */

const say = (text: string) => process.stdout.write(`${text}\n`);
const resources = fileURLToPath(new URL('../../resources', import.meta.url));
const startedAt = performance.now();
const elapsed = () => `${((performance.now() - startedAt) / 1000).toFixed(0)} s`;

function tellFields(details: readonly DocumentDetail[], truth: Truth): void {
  const rows = details.flatMap((detail) => {
    const sample = truthOfDocument(truth, detail);
    return detail.fields
      .filter(({ pointer, value }) => value !== null || (sample?.fields[pointer]?.value ?? null) !== null)
      .map((field) => {
        const expected = sample?.fields[field.pointer]?.value ?? null;
        const mark = sameValue(field.value, expected)
          ? ''
          : field.status === 'accepted'
            ? 'WRONG AND ACCEPTED'
            : 'differs';
        return [
          String(detail.ordinal + 1),
          field.pointer,
          String(field.value ?? ''),
          String(expected ?? ''),
          field.status,
          field.reason?.code ?? '',
          mark,
        ];
      });
  });
  say(formatTable([['doc', 'field', 'read', 'truth', 'status', 'reason', ''], ...rows]));
  const count = (status: string) => rows.filter((row) => row[4] === status).length;
  const accepted = rows.filter((row) => row[4] === 'accepted');
  const wrong = rows.filter((row) => row[6] === 'WRONG AND ACCEPTED').length;
  say(
    `\n${rows.length} written fields: ${accepted.length} accepted (${wrong} of them wrong), ${count('doubtful')} doubtful, ` +
      `${count('missing')} missing, ${count('invalid')} invalid`,
  );
}

function tellPages(station: Station, batchId: string): void {
  const { pages, refused, duplicates, pagesQuarantined, documents, doubts } = station.progress(batchId);
  say(`${pages} pages read, ${pagesQuarantined} quarantined; ${refused} files refused, ${duplicates} duplicates`);
  say(
    `documents: ${Object.entries(documents)
      .map(([state, number]) => `${number} ${state}`)
      .join(', ')}; ${doubts} fields wait for a person`,
  );
}

function tellReceipts(deliveries: readonly Delivery[]): void {
  const receipts = deliveries.map(({ documentId, state, receipt }) => [
    documentId.slice(0, 8),
    state,
    receipt?.protocolNumber ?? '',
    receipt?.registeredAt ?? '',
    receipt?.contentSha256.slice(0, 16) ?? '',
  ]);
  say(`\n${formatTable([['document', 'state', 'protocol', 'registered', 'content sha256'], ...receipts])}`);
}

async function tellBatch({ station, verification, clerk, supervisor }: Office, batchId: string, truth: Truth) {
  tellPages(station, batchId);
  const waiting = await verification.queue(clerk, batchId, 'verify');
  const sure = await verification.queue(supervisor, batchId, 'approve');
  const details = await Promise.all([...waiting, ...sure].map(({ id }) => verification.get(clerk, id)));
  tellFields(
    details.toSorted((left, right) => left.ordinal - right.ordinal),
    truth,
  );
}

async function runDemo(folder: string): Promise<void> {
  say('Drawing 24 sample pages: two forms, typed and handwritten, one upside down, one blank, one foreign');
  const samples = join(folder, 'samples');
  const workshop = await openWorkshop(resources);
  const truth = await makePile(workshop, planDemoPile(), samples, { seed: 'demo 1', format: 'jpg' });
  say(`${truth.documents.length} papers drawn after ${elapsed()}\n`);

  const office = await openOffice(folder, resources);
  try {
    const pages = truth.documents.flatMap((document) => document.pages.map(({ file }) => join(samples, file)));
    const batchId = await readPile(office, 'Demo', pages);
    say(`Read after ${elapsed()}`);
    await tellBatch(office, batchId, truth);

    const { confirmed, keyed } = await verifyBatch(office, batchId, truth);
    say(`\nThe clerk confirmed ${confirmed} values and keyed ${keyed}, by ${elapsed()}`);
    tellReceipts(await sendBatch(office, batchId));
    say(`\nFrom file to receipt in ${elapsed()}, drawing the samples included`);
  } finally {
    await office.close();
  }
}

const folder = mkdtempSync(join(tmpdir(), 'tabularium-demo-'));
try {
  await runDemo(folder);
} finally {
  rmSync(folder, { recursive: true });
}
