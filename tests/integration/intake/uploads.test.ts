import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ask } from './described-client.ts';
import { commit, createFor, problemSchema, start, upload } from './requests.ts';
import { bearer, sha256, somePages, tusMetadata } from './samples.ts';

const run = promisify(execFile);

describe('a page that is uploaded to the intake', () => {
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
