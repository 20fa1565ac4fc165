import { createHash, timingSafeEqual } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { createBodyCheck, description } from './description.ts';
import { lockFolder } from './folder-lock.ts';
import { presentSubmission } from './model.ts';
import { IntakeProblem, type Problem, problemBody, problemMediaType } from './problem.ts';
import { openRegister, type Register } from './register.ts';
import { openUploads, type Uploads, uploadsPath } from './uploads.ts';

export interface IntakeOptions {
  /** Folder for submissions and pages; made when it is not there. Owned by this process alone. */
  readonly folder: string;
  /** What clients must send as bearer token. */
  readonly token: string;
  readonly maxBodyBytes?: number;
  readonly maxPageBytes?: number;
  readonly now?: () => Date;
  /** Where unexpected failures go. */
  readonly log?: (error: unknown) => void;
}

const defaultMaxBodyBytes = 4 * 1024 * 1024;
const defaultMaxPageBytes = 512 * 1024 * 1024;
const idleConnectionMs = 120_000;
const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const uploadIdPattern = /^[0-9a-f]{32}$/;
const keyPattern = /^[A-Za-z0-9._:-]{8,200}$/;

/**
 * Builds the intake over a folder, without listening. It answers as `openapi.json` says. Throws an Error when another
 * intake has the folder; closing the server gives it back.
 */
export async function createIntake(options: IntakeOptions): Promise<FastifyInstance> {
  await mkdir(options.folder, { recursive: true });
  const lock = await lockFolder(options.folder);
  try {
    const server = await buildServer(options);
    server.addHook('onClose', () => lock.release());
    return server;
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function buildServer(options: IntakeOptions): Promise<FastifyInstance> {
  const register = await openRegister(options.folder, options.now ?? (() => new Date()));
  const uploads = await openUploads(options.folder, register, options.maxPageBytes ?? defaultMaxPageBytes);
  await settleWhatArrived(register, uploads);

  const server = Fastify({
    bodyLimit: options.maxBodyBytes ?? defaultMaxBodyBytes,
    connectionTimeout: idleConnectionMs,
    forceCloseConnections: true,
  });
  answerWithProblems(server, options.log ?? (() => {}));
  server.get('/v1/openapi.json', async () => description);
  server.get('/v1/health', async () => ({ status: 'up' }));
  await server.register(async (guarded) => {
    guarded.addHook('onRequest', requireToken(options.token));
    addSubmissionRoutes(guarded, register);
    addUploadRoutes(guarded, uploads);
  });
  return server;
}

/** Finishes the checks that a stop of the service interrupted. */
async function settleWhatArrived(register: Register, uploads: Uploads): Promise<void> {
  for (const { receipt, pages } of await register.all()) {
    for (const { uploadId, complete } of pages) {
      if (!receipt && !complete && uploadId) await settleQuietly(uploads, uploadId);
    }
  }
}

/** Settles an upload; one that is refused here is dropped, and its page is simply missing again. */
async function settleQuietly(uploads: Uploads, uploadId: string): Promise<void> {
  try {
    await uploads.settle(uploadId);
  } catch (error) {
    if (!(error instanceof IntakeProblem)) throw error;
  }
}

function addSubmissionRoutes(server: FastifyInstance, register: Register): void {
  const checkBody = createBodyCheck();

  server.post('/v1/submissions', async (request, reply) => {
    const key = checkText(request.headers['idempotency-key'], keyPattern, 'Idempotency-Key');
    const { submission, isNew } = await register.create(key, checkBody(request.body));
    if (isNew) reply.code(201).header('location', `/v1/submissions/${submission.id}`);
    return presentSubmission(submission);
  });
  server.get<{ Querystring: Record<string, unknown> }>('/v1/submissions', async (request) => {
    const key = checkText(request.query.idempotencyKey, keyPattern, 'idempotencyKey');
    return presentSubmission(await register.findByKey(key));
  });
  server.get<{ Params: { id: string } }>('/v1/submissions/:id', async (request) =>
    presentSubmission(await register.get(checkText(request.params.id, idPattern, 'submissionId'))),
  );
  server.post<{ Params: { id: string } }>('/v1/submissions/:id/commit', async (request) =>
    register.commit(checkText(request.params.id, idPattern, 'submissionId')),
  );
  server.get<{ Params: { id: string } }>('/v1/submissions/:id/receipt', async (request) => {
    const { receipt } = await register.get(checkText(request.params.id, idPattern, 'submissionId'));
    if (!receipt) throw new IntakeProblem('not-found', 'The submission is not committed.');
    return receipt;
  });
}

function addUploadRoutes(server: FastifyInstance, uploads: Uploads): void {
  server.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => done(null));

  server.post(uploadsPath, (request, reply) => relay(uploads, request, reply));
  server.route<{ Params: { id: string } }>({
    method: ['HEAD', 'PATCH', 'DELETE'],
    url: `${uploadsPath}/:id`,
    async handler(request, reply) {
      const id = checkText(request.params.id, uploadIdPattern, 'uploadId');
      if (request.method === 'HEAD') await settleQuietly(uploads, id);
      return relay(uploads, request, reply);
    },
  });
}

/** Hands a request to the tus server as a web request and its answer back. */
async function relay(uploads: Uploads, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { method } = request;
  const hasBody = method === 'POST' || method === 'PATCH';
  const init = {
    method,
    headers: webHeaders(request),
    body: hasBody ? webBody(request) : null,
    duplex: 'half' as const,
  };
  const answer = await uploads.handle(new Request(new URL(request.url, 'http://intake.invalid'), init));
  reply.code(answer.status);
  for (const [name, value] of answer.headers) reply.header(name, value);
  const text = await answer.text();
  return reply.send(text === '' ? undefined : text);
}

/** What the client sends, chunk by chunk as it is read. Left half read, it leaves the connection open for the answer. */
function webBody({ raw }: FastifyRequest): ReadableStream {
  const chunks = raw[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
}

function webHeaders(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}

function checkText(value: unknown, pattern: RegExp, name: string): string {
  if (typeof value === 'string' && pattern.test(value)) return value;
  throw new IntakeProblem('invalid', `${name} must match ${pattern.source}.`);
}

function requireToken(token: string) {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  const expected = digest(`Bearer ${token}`);
  return async (request: FastifyRequest, reply: FastifyReply) => {
    if (timingSafeEqual(digest(request.headers.authorization ?? ''), expected)) return;
    reply.header('www-authenticate', 'Bearer');
    throw new IntakeProblem('unauthorised', 'Send the token given to you as `Authorization: Bearer ...`.');
  };
}

function answerWithProblems(server: FastifyInstance, log: (error: unknown) => void): void {
  const answer = (reply: FastifyReply, problem: Problem) =>
    reply.code(problem.status).type(problemMediaType).send(JSON.stringify(problem));
  server.setNotFoundHandler((_request, reply) => answer(reply, problemBody('not-found', 'There is no such path.')));
  server.setErrorHandler<FastifyError>((error, _request, reply) => answer(reply, problemOf(error, log)));
}

function problemOf(error: FastifyError | IntakeProblem, log: (error: unknown) => void): Problem {
  if (error instanceof IntakeProblem) return error.problem;
  if (error.statusCode === 413) return problemBody('too-large', 'The body is larger than this service takes.');
  if (error.statusCode === 415) return problemBody('wrong-media-type', 'Send the media type that is described.');
  if (error.statusCode === 400) return problemBody('invalid', 'The request could not be read.');
  log(error);
  return problemBody('broken', 'The request could not be served; try again later.');
}
