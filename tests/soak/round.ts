import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sameValue } from '../../ocr/extract/same-value.ts';
import { type Office, readPile, sendBatch, verifyBatch } from '../../tools/demo/office.ts';
import { truthOfDocument } from '../../tools/demo/truth-by-document.ts';
import type { Truth } from '../../tools/samples/truth.ts';
import { distinctCopy } from './distinct-copy.ts';

/** Drawn papers that are taken in anew in every round. */
export interface Papers {
  readonly folder: string;
  readonly truth: Truth;
}

export interface Round {
  readonly pages: number;
  /** Pages of the round that were not read in the end. */
  readonly unread: number;
  readonly documents: number;
  /** Documents without a receipt at the end. */
  readonly undelivered: number;
  readonly fields: number;
  /** Fields of delivered documents that say other than the paper. */
  readonly wrongFields: number;
  readonly seconds: number;
}

/** Brings one pile from files to receipts: read, verified, approved, delivered. */
export async function workRound(office: Office, papers: Papers, scratch: string, number: number): Promise<Round> {
  const startedAt = performance.now();
  const folder = join(scratch, `round-${number}`);
  const paths = copyPapers(papers, folder, number);
  const batchId = await readPile(office, `Round ${number}`, paths);
  await verifyBatch(office, batchId, papers.truth);
  const deliveries = await sendBatch(office, batchId);
  rmSync(folder, { recursive: true });
  const { documents } = office.station.progress(batchId);
  const delivered = deliveries.filter(({ state, receipt }) => state === 'delivered' && receipt !== null);
  const count = Object.values(documents).reduce((sum, number) => sum + number, 0);
  return {
    pages: paths.length,
    unread: paths.length - office.station.progress(batchId).pagesRead,
    documents: count,
    undelivered: count - delivered.length,
    ...(await countFields(office, papers.truth, delivered)),
    seconds: (performance.now() - startedAt) / 1000,
  };
}

function copyPapers({ folder, truth }: Papers, target: string, number: number): string[] {
  mkdirSync(target, { recursive: true });
  const files = truth.documents.flatMap(({ pages }) => pages.map(({ file }) => file));
  return files.map((file) => {
    const path = join(target, file);
    writeFileSync(path, distinctCopy(readFileSync(join(folder, file)), `round ${number}`));
    return path;
  });
}

async function countFields(
  { verification, supervisor }: Office,
  truth: Truth,
  delivered: readonly { readonly documentId: string }[],
): Promise<Pick<Round, 'fields' | 'wrongFields'>> {
  let fields = 0;
  let wrongFields = 0;
  for (const { documentId } of delivered) {
    const detail = await verification.get(supervisor, documentId);
    const sample = truthOfDocument(truth, detail);
    fields += detail.fields.length;
    wrongFields += detail.fields.filter(
      ({ pointer, value }) => !sameValue(value, sample?.fields[pointer]?.value ?? null),
    ).length;
  }
  return { fields, wrongFields };
}
