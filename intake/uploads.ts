import { randomBytes } from 'node:crypto';
import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import { Server, type Upload } from '@tus/server';
import { isMissing, sha256OfFile, syncPath } from './files.ts';
import type { StoredSubmission } from './model.ts';
import { IntakeProblem, problemBody } from './problem.ts';
import type { Register } from './register.ts';
import { createTurns } from './turns.ts';
import { createUploadNotes } from './upload-notes.ts';

export interface Uploads {
  /** Answers one tus request. */
  handle(request: Request): Promise<Response>;
  /**
   * Checks an upload whose last byte has arrived: the right page is marked complete, another one is dropped. Harmless to
   * repeat; needed again when the service stopped between the last byte and the check. Throws `page-refused`.
   */
  settle(uploadId: string): Promise<void>;
}

export const uploadsPath = '/v1/uploads';

/** Uploads live under names made here; nothing a client sends becomes part of a path. */
export async function openUploads(folder: string, register: Register, maxPageBytes: number): Promise<Uploads> {
  const directory = join(folder, 'uploads');
  await mkdir(directory, { recursive: true });
  const notes = createUploadNotes(directory);
  const datastore = new FileStore({ directory, configstore: notes });
  const takeTurn = createTurns();

  async function drop(uploadId: string): Promise<void> {
    await rm(join(directory, uploadId), { force: true });
    await notes.delete(uploadId);
  }

  async function check(uploadId: string): Promise<void> {
    const upload = await notes.get(uploadId);
    if (!upload) return;
    const path = join(directory, uploadId);
    if ((await sizeOf(path)) !== upload.size) return;
    const { submission, page } = await declaredPage(register, upload);
    if (submission.pages[page]?.complete) return;
    if ((await sha256OfFile(path)) !== submission.body.pages[page]?.sha256) {
      await drop(uploadId);
      throw new IntakeProblem('page-refused', `The SHA-256 of page ${page} is not the one declared.`);
    }
    await syncPath(path);
    await register.setPage(submission.id, page, { uploadId, complete: true });
  }

  const settle = (uploadId: string) => takeTurn(uploadId, () => check(uploadId));

  const server = new Server({
    path: uploadsPath,
    datastore,
    maxSize: maxPageBytes,
    relativeLocation: true,
    disableTerminationForFinishedUploads: true,
    namingFunction: () => randomBytes(16).toString('hex'),
    async onUploadCreate(_request, upload) {
      return asTusFailure(async () => {
        const { submission, page } = await declaredPage(register, upload);
        refuseUpload(submission, page, upload);
        await register.setPage(submission.id, page, { uploadId: upload.id, complete: false });
        return {};
      });
    },
    async onUploadFinish(_request, upload) {
      return asTusFailure(async () => {
        await settle(upload.id);
        return {};
      });
    },
  });

  return { settle, handle: async (request) => asProblem(await server.handleWeb(request)) };
}

/** The submission and page that an upload's metadata name. */
async function declaredPage(
  register: Register,
  upload: Upload,
): Promise<{ submission: StoredSubmission; page: number }> {
  const { submission: id, page: pageText } = upload.metadata ?? {};
  const isNamed = id && pageText && /^[0-9a-f-]{36}$/.test(id) && /^\d{1,4}$/.test(pageText);
  if (!isNamed) throw new IntakeProblem('invalid', 'Upload-Metadata must name `submission` and `page`.');
  const submission = await register.get(id);
  const page = Number(pageText);
  if (!submission.body.pages[page]) throw new IntakeProblem('not-found', `The submission has no page ${page}.`);
  return { submission, page };
}

function refuseUpload(submission: StoredSubmission, page: number, upload: Upload): void {
  if (submission.receipt || submission.pages[page]?.complete) {
    throw new IntakeProblem('page-complete', `Page ${page} needs no upload.`);
  }
  const declaredBytes = submission.body.pages[page]?.bytes;
  if (upload.size !== declaredBytes) {
    throw new IntakeProblem('page-refused', `Page ${page} was declared with ${declaredBytes} bytes.`);
  }
}

/** The tus server takes failures as `{ status_code, body }`. */
async function asTusFailure<T>(task: () => Promise<T>): Promise<T> {
  try {
    return await task();
  } catch (error) {
    if (!(error instanceof IntakeProblem)) throw error;
    const { problem } = error;
    throw Object.assign(error, { status_code: problem.status, body: JSON.stringify(problem) });
  }
}

/** Gives every error answer of the tus server a problem body. */
async function asProblem(response: Response): Promise<Response> {
  if (response.status < 400) return response;
  const text = await response.text();
  const headers = new Headers(response.headers);
  headers.set('content-type', 'application/problem+json');
  headers.delete('content-length');
  const body = text.startsWith('{') ? text : JSON.stringify(problemOfTus(response.status, text.trim()));
  return new Response(body, { status: response.status, headers });
}

function problemOfTus(status: number, detail: string) {
  if (status === 404 || status === 410) return problemBody('not-found', 'There is no such upload.', { status });
  if (status === 413) return problemBody('too-large', 'The page is larger than this service takes.', { status });
  if (status >= 500) return problemBody('broken', 'The upload could not be stored.', { status });
  return problemBody('upload-refused', detail || 'The request is not a tus request.', { status });
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}
