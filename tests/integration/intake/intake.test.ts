import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../contract/canonical-json.ts';
import { ask } from './described-client.ts';
import { commit, create, createFor, receiptSchema, start, submissionSchema, typeOf, upload } from './requests.ts';
import { bearer, sha256, somePages, submissionOf, tusMetadata } from './samples.ts';

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
});
