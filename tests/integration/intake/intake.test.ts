import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Upload } from 'tus-js-client';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { canonicalJson } from '../../../contract/canonical-json.ts';
import type { IntakeOptions } from '../../../intake/server.ts';
import { ask } from './described-client.ts';
import { bearer, type RunningIntake, sha256, somePages, startIntake, submissionOf, tusMetadata } from './samples.ts';

const run = promisify(execFile);
const started: RunningIntake[] = [];

async function start(options: Partial<IntakeOptions> = {}): Promise<RunningIntake> {
  const intake = await startIntake(options);
  started.push(intake);
  return intake;
}

afterEach(async () => {
  await Promise.all(started.splice(0).map((intake) => intake.server.close()));
});

const submissionSchema = z.looseObject({
  id: z.string(),
  state: z.string(),
  contentSha256: z.string(),
  pages: z.array(z.object({ state: z.string() }).loose()),
});
const receiptSchema = z.looseObject({
  protocolNumber: z.string(),
  contentSha256: z.string(),
  registeredAt: z.string(),
});
const problemSchema = z.looseObject({ type: z.string(), missingPages: z.array(z.number()).optional() });

async function create(base: string, key: string, body: unknown) {
  const answer = await ask(base, 'POST', '/v1/submissions', {
    headers: { ...bearer, 'idempotency-key': key, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { ...answer, submission: submissionSchema.safeParse(answer.body).data };
}

async function createFor(base: string, key: string, pages: readonly Uint8Array[]) {
  const { submission } = await create(base, key, submissionOf(pages));
  if (!submission) throw new Error('no submission was made');
  return submission;
}

function upload(base: string, submissionId: string, page: number, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    new Upload(bytes, {
      endpoint: `${base}/v1/uploads`,
      headers: bearer,
      metadata: { submission: submissionId, page: String(page) },
      chunkSize: 20_000,
      retryDelays: [],
      onSuccess: () => resolve(),
      onError: reject,
    }).start();
  });
}

const commit = (base: string, id: string) => ask(base, 'POST', `/v1/submissions/${id}/commit`, { headers: bearer });
const typeOf = (body: unknown) => problemSchema.parse(body).type.split(':').at(-1);

describe('the intake', () => {
  it('takes a submission in: create, upload by tus, commit, receipt', async () => {
    const { base } = await start();
    const pages = somePages(2);
    const submission = await createFor(base, 'key-whole-life', pages);
    for (const [index, page] of pages.entries()) await upload(base, submission.id, index, page);
    const { status, body } = await commit(base, submission.id);
    expect(status).toBe(200);
    const receipt = receiptSchema.parse(body);
    expect(receipt.protocolNumber).toBe(`${new Date().getUTCFullYear()}/0000001`);
    expect(receipt.contentSha256).toBe(sha256(Buffer.from(canonicalJson(submissionOf(pages)))));
    const again = await ask(base, 'GET', `/v1/submissions/${submission.id}/receipt`, { headers: bearer });
    expect(again.body).toEqual(body);
  });

  it('answers the same key and body with the same submission, whatever the order of members', async () => {
    const { base } = await start();
    const body = submissionOf(somePages(1));
    const first = await create(base, 'key-repeated', body);
    const second = await create(base, 'key-repeated', Object.fromEntries(Object.entries(body).reverse()));
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body).toEqual(first.body);
  });

  it('makes one submission of twenty requests at once under one key', async () => {
    const { base, folder } = await start();
    const body = submissionOf(somePages(1));
    const answers = await Promise.all(Array.from({ length: 20 }, () => create(base, 'key-at-once', body)));
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1);
    expect(new Set(answers.map((answer) => answer.submission?.id)).size).toBe(1);
    expect(await readdir(join(folder, 'submissions'))).toHaveLength(1);
  });

  it('refuses the same key with another body', async () => {
    const { base } = await start();
    const pages = somePages(1);
    await create(base, 'key-reused-1', submissionOf(pages));
    const other = await create(base, 'key-reused-1', submissionOf(pages, 'Bianchi'));
    expect(other.status).toBe(422);
    expect(typeOf(other.body)).toBe('key-reused');
  });

  it('finds a submission by its key, and none under an unknown one', async () => {
    const { base } = await start();
    const submission = await createFor(base, 'key-to-find', somePages(1));
    const found = await ask(base, 'GET', '/v1/submissions?idempotencyKey=key-to-find', { headers: bearer });
    expect(submissionSchema.parse(found.body).id).toBe(submission.id);
    const missing = await ask(base, 'GET', '/v1/submissions?idempotencyKey=key-unknown', { headers: bearer });
    expect(missing.status).toBe(404);
  });

  it('refuses to commit while pages are missing, and says which', async () => {
    const { base } = await start();
    const pages = somePages(3, 1000);
    const submission = await createFor(base, 'key-missing', pages);
    await upload(base, submission.id, 1, pages[1] ?? Buffer.alloc(0));
    const { status, body } = await commit(base, submission.id);
    expect(status).toBe(409);
    expect(problemSchema.parse(body).missingPages).toEqual([0, 2]);
  });

  it('refuses a page whose SHA-256 is not the declared one, and takes the right one afterwards', async () => {
    const { base } = await start();
    const [page = Buffer.alloc(0)] = somePages(1);
    const submission = await createFor(base, 'key-wrong-hash', [page]);
    const wrong = Buffer.from(page);
    wrong[0] = (wrong[0] ?? 0) ^ 1;
    await expect(upload(base, submission.id, 0, wrong)).rejects.toThrow('page-refused');
    expect((await commit(base, submission.id)).status).toBe(409);
    await upload(base, submission.id, 0, page);
    expect((await commit(base, submission.id)).status).toBe(200);
  });

  it('refuses a page of another length, of no submission, or that has arrived', async () => {
    const { base } = await start();
    const [page = Buffer.alloc(0)] = somePages(1, 1000);
    const submission = await createFor(base, 'key-refusals', [page]);
    const begin = async (id: string, index: number | string, length: number) => {
      const headers = { ...bearer, 'tus-resumable': '1.0.0', 'upload-length': String(length) };
      const metadata = { 'upload-metadata': tusMetadata(id, index) };
      return ask(base, 'POST', '/v1/uploads', { headers: { ...headers, ...metadata } });
    };
    expect((await begin(submission.id, 0, 999)).status).toBe(422);
    expect((await begin(submission.id, 1, 1000)).status).toBe(404);
    expect((await begin('00000000-0000-4000-8000-000000000000', 0, 1000)).status).toBe(404);
    expect((await begin('../../etc', 0, 1000)).status).toBe(400);
    expect((await begin(submission.id, '../0', 1000)).status).toBe(400);
    await upload(base, submission.id, 0, page);
    expect((await begin(submission.id, 0, 1000)).status).toBe(409);
  });

  it('goes on with an upload where it stopped, also after a restart', async () => {
    const first = await start();
    const [page = Buffer.alloc(0)] = somePages(1, 90_000);
    const submission = await createFor(first.base, 'key-resume', [page]);
    const tus = { ...bearer, 'tus-resumable': '1.0.0' };
    const begun = await ask(first.base, 'POST', '/v1/uploads', {
      headers: { ...tus, 'upload-length': '90000', 'upload-metadata': tusMetadata(submission.id, 0) },
    });
    const location = begun.headers.get('location') ?? '';
    const send = (base: string, from: number, to: number) =>
      ask(base, 'PATCH', location, {
        headers: { ...tus, 'content-type': 'application/offset+octet-stream', 'upload-offset': String(from) },
        body: new Uint8Array(page.subarray(from, to)),
      });
    expect((await send(first.base, 0, 30_000)).status).toBe(204);
    await first.server.close();

    const second = await start({ folder: first.folder });
    const head = await ask(second.base, 'HEAD', location, { headers: tus });
    expect(head.headers.get('upload-offset')).toBe('30000');
    expect((await send(second.base, 10_000, 20_000)).status).toBe(409);
    expect((await send(second.base, 30_000, 90_000)).status).toBe(204);
    expect((await commit(second.base, submission.id)).status).toBe(200);
  });

  it('checks a page that arrived whole just before the service stopped', async () => {
    const first = await start();
    const [page = Buffer.alloc(0)] = somePages(1, 1000);
    const submission = await createFor(first.base, 'key-unsettled', [page]);
    const begun = await ask(first.base, 'POST', '/v1/uploads', {
      headers: {
        ...bearer,
        'tus-resumable': '1.0.0',
        'upload-length': '1000',
        'upload-metadata': tusMetadata(submission.id, 0),
      },
    });
    await first.server.close();
    const uploadId = (begun.headers.get('location') ?? '').split('/').at(-1) ?? '';
    await writeFile(join(first.folder, 'uploads', uploadId), page);

    const second = await start({ folder: first.folder });
    expect((await commit(second.base, submission.id)).status).toBe(200);
  });

  it.runIf(process.platform !== 'darwin')('lets no second intake use its folder until it is closed', async () => {
    const { folder, server } = await start();
    await expect(start({ folder })).rejects.toThrow(`another intake is using the folder ${folder}`);
    await server.close();
    await expect(start({ folder })).resolves.toMatchObject({ folder });
  });

  it('keeps everything over a restart, and the protocol numbers go on', async () => {
    const first = await start();
    const pages = somePages(1, 1000);
    const one = await createFor(first.base, 'key-restart-1', pages);
    await upload(first.base, one.id, 0, pages[0] ?? Buffer.alloc(0));
    const receipt = (await commit(first.base, one.id)).body;
    await first.server.close();

    const { base, folder } = await start({ folder: first.folder });
    expect((await commit(base, one.id)).body).toEqual(receipt);
    const two = await createFor(base, 'key-restart-2', pages);
    await upload(base, two.id, 0, pages[0] ?? Buffer.alloc(0));
    expect(receiptSchema.parse((await commit(base, two.id)).body).protocolNumber).toMatch(/\/0000002$/);
    expect((await create(base, 'key-restart-1', submissionOf(pages))).body).toMatchObject({ receipt });
    const names = await readdir(join(folder, 'submissions'));
    expect(names.filter((name) => !name.endsWith('.json'))).toEqual([]);
  });

  it('gives every submission its own number when many are committed at once', async () => {
    const { base } = await start();
    const [page = Buffer.alloc(0)] = somePages(1, 100);
    const keys = Array.from({ length: 12 }, (_, index) => `key-many-${index}`);
    const ids = await Promise.all(
      keys.map(async (key) => {
        const { id } = await createFor(base, key, [page]);
        await upload(base, id, 0, page);
        return id;
      }),
    );
    const answers = await Promise.all([...ids, ...ids].map((id) => commit(base, id)));
    const numbers = answers.map((answer) => receiptSchema.parse(answer.body).protocolNumber);
    expect(new Set(numbers).size).toBe(12);
  });

  it('says where a body does not fit the description', async () => {
    const { base } = await start();
    const { status, body } = await create(base, 'key-invalid', { ...submissionOf([]), surplus: 1 });
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain('/pages');
    expect(JSON.stringify(body)).toContain('surplus');
  });

  it('refuses a body or a page above its limits, and a body that is not JSON', async () => {
    const { base } = await start({ maxBodyBytes: 2000, maxPageBytes: 500 });
    const large = await create(base, 'key-too-large', { ...submissionOf(somePages(1, 10)), padding: 'x'.repeat(3000) });
    expect(large.status).toBe(413);
    const submission = await createFor(base, 'key-large-page', somePages(1, 600));
    const page = await ask(base, 'POST', '/v1/uploads', {
      headers: {
        ...bearer,
        'tus-resumable': '1.0.0',
        'upload-length': '600',
        'upload-metadata': tusMetadata(submission.id, 0),
      },
    });
    expect(page.status).toBe(413);
    const broken = await ask(base, 'POST', '/v1/submissions', {
      headers: { ...bearer, 'idempotency-key': 'key-not-json', 'content-type': 'application/json' },
      body: '{',
    });
    expect(broken.status).toBe(400);
    const text = await ask(base, 'POST', '/v1/submissions', {
      headers: { ...bearer, 'idempotency-key': 'key-not-json', 'content-type': 'text/csv' },
      body: 'a',
    });
    expect(text.status).toBe(415);
  });

  it('answers nobody without the token, except with its description and health', async () => {
    const { base } = await start();
    const id = '00000000-0000-4000-8000-000000000000';
    const asked = [
      await ask(base, 'GET', `/v1/submissions/${id}`),
      await ask(base, 'POST', '/v1/submissions', { headers: { authorization: 'Bearer other' } }),
      await ask(base, 'POST', `/v1/submissions/${id}/commit`, { headers: { authorization: 'Basic invented-token' } }),
      await ask(base, 'POST', '/v1/uploads'),
      await ask(base, 'HEAD', `/v1/uploads/${'0'.repeat(32)}`),
    ];
    expect(asked.map((answer) => answer.status)).toEqual([401, 401, 401, 401, 401]);
    expect((await ask(base, 'GET', '/v1/health')).status).toBe(200);
    expect((await ask(base, 'GET', '/v1/openapi.json')).body).toMatchObject({ openapi: '3.1.0' });
  });

  it('speaks tus to a client that is not ours', async () => {
    const { base, folder } = await start();
    const [page = Buffer.alloc(0)] = somePages(1, 5000);
    const path = join(folder, 'page.bin');
    await writeFile(path, page);
    const submission = await createFor(base, 'key-curl-client', [page]);
    const common = ['-sS', '-i', '-H', `Authorization: ${bearer.authorization}`, '-H', 'Tus-Resumable: 1.0.0'];
    const metadata = `Upload-Metadata: ${tusMetadata(submission.id, 0)}`;
    const begun = await run('curl', [
      ...common,
      '-X',
      'POST',
      '-H',
      'Upload-Length: 5000',
      '-H',
      metadata,
      `${base}/v1/uploads`,
    ]);
    const location = /^location: (\S+)/im.exec(begun.stdout)?.[1] ?? '';
    const bytes = [
      '-H',
      'Content-Type: application/offset+octet-stream',
      '-H',
      'Upload-Offset: 0',
      '--data-binary',
      `@${path}`,
    ];
    const sent = await run('curl', [...common, '-X', 'PATCH', ...bytes, `${base}${location}`]);
    expect(sent.stdout).toMatch(/^HTTP\/1.1 204/m);
    const receipt = await run('curl', [...common, '-X', 'POST', `${base}/v1/submissions/${submission.id}/commit`]);
    expect(receipt.stdout).toMatch(/"protocolNumber":"\d{4}\/0000001"/);
    const uploadId = location.split('/').at(-1) ?? '';
    expect(sha256(await readFile(join(folder, 'uploads', uploadId)))).toBe(sha256(page));
  });
});
