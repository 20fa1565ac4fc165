import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson } from '../contract/canonical-json.ts';
import { readIfPresent, sha256OfText, writeDurably } from './files.ts';
import type { NewSubmission, Receipt, StoredPage, StoredSubmission } from './model.ts';
import { IntakeProblem } from './problem.ts';
import { createTurns } from './turns.ts';

/** The submissions on disk, and the running number of the protocol. One process owns the folder. */
export interface Register {
  create(idempotencyKey: string, body: NewSubmission): Promise<{ submission: StoredSubmission; isNew: boolean }>;
  get(id: string): Promise<StoredSubmission>;
  findByKey(idempotencyKey: string): Promise<StoredSubmission>;
  /** Notes where a page's bytes are. Does nothing once the submission is committed. */
  setPage(id: string, page: number, state: StoredPage): Promise<void>;
  commit(id: string): Promise<Receipt>;
  all(): Promise<StoredSubmission[]>;
}

/**
 * The id follows from the key (as UUID version 8), so one key can never make two submissions, whatever crashes when:
 * there is only one file it could be.
 */
export function submissionIdOf(idempotencyKey: string): string {
  const hash = sha256OfText(`submission ${idempotencyKey}`);
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

export async function openRegister(folder: string, now: () => Date): Promise<Register> {
  const submissions = join(folder, 'submissions');
  await mkdir(submissions, { recursive: true });
  const takeTurn = createTurns();
  const pathOf = (id: string) => join(submissions, `${id}.json`);

  async function find(id: string): Promise<StoredSubmission | null> {
    const text = await readIfPresent(pathOf(id));
    return text === null ? null : JSON.parse(text);
  }

  async function get(id: string): Promise<StoredSubmission> {
    const found = await find(id);
    if (!found) throw new IntakeProblem('not-found', 'There is no such submission.');
    return found;
  }

  const save = (submission: StoredSubmission) =>
    writeDurably(pathOf(submission.id), JSON.stringify(submission, null, 1));

  async function all(): Promise<StoredSubmission[]> {
    const names = (await readdir(submissions)).filter((name) => name.endsWith('.json'));
    return Promise.all(names.map((name) => get(name.slice(0, -'.json'.length))));
  }

  const lastByYear = lastNumbers(await all());

  /** Gives the next number to a submission. The number counts as given only once it is on disk, so none is lost. */
  async function registerNext(submission: StoredSubmission): Promise<Receipt> {
    const registeredAt = now();
    const year = registeredAt.getUTCFullYear();
    const number = (lastByYear.get(year) ?? 0) + 1;
    const receipt = receiptFor(submission, `${year}/${String(number).padStart(7, '0')}`, registeredAt);
    await save({ ...submission, receipt });
    lastByYear.set(year, number);
    return receipt;
  }

  return {
    get,
    all,
    async findByKey(idempotencyKey) {
      return get(submissionIdOf(idempotencyKey));
    },
    async create(idempotencyKey, body) {
      const id = submissionIdOf(idempotencyKey);
      const contentSha256 = sha256OfText(canonicalJson(body));
      return takeTurn(id, async () => {
        const earlier = await find(id);
        if (earlier?.contentSha256 === contentSha256) return { submission: earlier, isNew: false };
        if (earlier) throw new IntakeProblem('key-reused', 'Another body was sent under this idempotency key.');
        const pages = body.pages.map(() => ({ uploadId: null, complete: false }));
        const createdAt = now().toISOString();
        const submission = { id, idempotencyKey, createdAt, contentSha256, body, pages, receipt: null };
        await save(submission);
        return { submission, isNew: true };
      });
    },
    async setPage(id, page, state) {
      await takeTurn(id, async () => {
        const submission = await get(id);
        if (submission.receipt) return;
        await save({ ...submission, pages: submission.pages.with(page, state) });
      });
    },
    async commit(id) {
      return takeTurn(id, async () => {
        const submission = await get(id);
        if (submission.receipt) return submission.receipt;
        refuseIfPagesMissing(submission);
        return takeTurn('protocol', () => registerNext(submission));
      });
    },
  };
}

function receiptFor(submission: StoredSubmission, protocolNumber: string, registeredAt: Date): Receipt {
  return {
    protocolNumber,
    registeredAt: registeredAt.toISOString(),
    submissionId: submission.id,
    idempotencyKey: submission.idempotencyKey,
    contentSha256: submission.contentSha256,
    pages: submission.pages.length,
  };
}

function refuseIfPagesMissing(submission: StoredSubmission): void {
  const missingPages = submission.pages.flatMap((page, index) => (page.complete ? [] : [index]));
  if (missingPages.length === 0) return;
  const detail = `${missingPages.length} of ${submission.pages.length} pages have not arrived.`;
  throw new IntakeProblem('pages-missing', detail, { missingPages });
}

/** The highest number given in each year, from the receipts on disk. */
function lastNumbers(submissions: readonly StoredSubmission[]): Map<number, number> {
  const last = new Map<number, number>();
  for (const { receipt } of submissions) {
    const [year, number] = (receipt?.protocolNumber ?? '').split('/').map(Number);
    if (year && number) last.set(year, Math.max(last.get(year) ?? 0, number));
  }
  return last;
}
