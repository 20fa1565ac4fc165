import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Account } from '../../contract/account.ts';
import type { DocumentDetail } from '../../contract/document.ts';
import { createIntake } from '../../intake/server.ts';
import { sameValue } from '../../ocr/extract/same-value.ts';
import { deliverBatch } from '../../station/deliver/deliver-batch.ts';
import { createDeliveryLane } from '../../station/deliver/deliver-job.ts';
import { createDeliveries } from '../../station/deliver/deliveries.ts';
import { createLogger } from '../../station/logger.ts';
import { createAccount } from '../../station/people/people.ts';
import { findResources } from '../../station/resources.ts';
import { openStation, type Station } from '../../station/station.ts';
import { createVerification, type Verification } from '../../station/verify/verification.ts';
import { formatTable } from '../report/table.ts';
import { makePile } from '../samples/pile.ts';
import { planDemoPile } from '../samples/plan.ts';
import type { Truth } from '../samples/truth.ts';
import { openWorkshop } from '../samples/workshop.ts';
import { type ClerkWork, verifyDocument } from './people.ts';
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

async function verifyAll(
  verification: Verification,
  clerk: Account,
  batchId: string,
  truth: Truth,
): Promise<ClerkWork> {
  const total = { confirmed: 0, keyed: 0 };
  for (const { id } of await verification.queue(clerk, batchId, 'verify')) {
    const sample = truthOfDocument(truth, await verification.get(clerk, id));
    const work = await verifyDocument(verification, clerk, id, (pointer) => sample?.fields[pointer]?.value ?? null);
    total.confirmed += work.confirmed;
    total.keyed += work.keyed;
  }
  return total;
}

async function runDemo(folder: string): Promise<void> {
  say('Drawing 24 sample pages: two forms, typed and handwritten, one upside down, one blank, one foreign');
  const samples = join(folder, 'samples');
  const workshop = await openWorkshop(resources);
  const truth = await makePile(workshop, planDemoPile(), samples, { seed: 'demo 1', format: 'jpg' });
  say(`${truth.documents.length} papers drawn after ${elapsed()}\n`);

  const token = 'demo-token';
  const intake = await createIntake({ folder: join(folder, 'intake'), token });
  const url = await intake.listen({ host: '127.0.0.1', port: 0 });
  const station = await openStation({
    folder: join(folder, 'station'),
    resources: findResources(resources),
    clock: () => new Date(),
    logger: createLogger('warn'),
    lanes: (core) => [createDeliveryLane(core)],
  });
  try {
    station.start();
    const clerk = await createAccount(station.store, null, {
      name: 'Clerk',
      role: 'administrator',
      seesSpecialCategories: true,
      secret: 'demo-secret',
    });
    const supervisor = await createAccount(station.store, clerk, {
      name: 'Supervisor',
      role: 'supervisor',
      seesSpecialCategories: true,
      secret: 'demo-secret',
    });
    const pages = truth.documents.flatMap((document) => document.pages.map(({ file }) => join(samples, file)));
    const batchId = station.createBatch({ name: 'Demo', profileId: 'general', paths: pages, actor: clerk.id });
    await station.idle(batchId);
    say(`Read after ${elapsed()}`);
    tellPages(station, batchId);

    const verification = createVerification(station);
    const waiting = await verification.queue(clerk, batchId, 'verify');
    const sure = await verification.queue(supervisor, batchId, 'approve');
    const details = await Promise.all([...waiting, ...sure].map(({ id }) => verification.get(clerk, id)));
    tellFields(
      details.toSorted((left, right) => left.ordinal - right.ordinal),
      truth,
    );

    const work = await verifyAll(verification, clerk, batchId, truth);
    say(`\nThe clerk confirmed ${work.confirmed} values and keyed ${work.keyed}, by ${elapsed()}`);
    for (const { id } of await verification.queue(supervisor, batchId, 'approve'))
      await verification.approve(supervisor, id);

    const deliveries = createDeliveries(station);
    deliveries.saveDestination(supervisor, { id: 'intake', title: 'Municipal intake', url, token });
    const delivered = await deliverBatch(station, deliveries, {
      batchId,
      destinationId: 'intake',
      actor: supervisor.id,
    });
    const receipts = delivered.map(({ documentId, state, receipt }) => [
      documentId.slice(0, 8),
      state,
      receipt?.protocolNumber ?? '',
      receipt?.registeredAt ?? '',
      receipt?.contentSha256.slice(0, 16) ?? '',
    ]);
    say(`\n${formatTable([['document', 'state', 'protocol', 'registered', 'content sha256'], ...receipts])}`);
    say(`\nFrom file to receipt in ${elapsed()}, drawing the samples included`);
  } finally {
    await station.close();
    await intake.close();
  }
}

const folder = mkdtempSync(join(tmpdir(), 'tabularium-demo-'));
try {
  await runDemo(folder);
} finally {
  rmSync(folder, { recursive: true });
}
