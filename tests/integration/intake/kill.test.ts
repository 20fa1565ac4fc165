import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { DetailedError, Upload } from 'tus-js-client';
import { expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { bearer, somePages, submissionOf, token } from './samples.ts';

const entry = fileURLToPath(new URL('../../../intake/main.ts', import.meta.url));
const submissions = 20;
const kills = 8;
/** Each submission takes three answers. */
const answersPerLife = 3;

interface Lives {
  /** Address of the service that is up now; waits while there is none. */
  base(): Promise<string>;
  /** To be told of every answer: after some of them the service is killed and started again. */
  answered(): void;
  readonly killed: () => number;
}

/** Runs the service over one folder and kills it again and again. */
function liveOften(folder: string): Lives {
  let killed = 0;
  /** Of the service that is up now. */
  let answers = 0;
  let child: ChildProcess | null = null;
  let up = begin();

  async function begin(): Promise<string> {
    const started = spawn(process.execPath, [entry, '--port', '0', '--dir', folder], {
      env: { ...process.env, TABULARIUM_INTAKE_TOKEN: token },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child = started;
    const [line] = await once(createInterface(started.stdout), 'line');
    return String(line).replace('intake listening on ', '');
  }

  async function replace(dying: ChildProcess): Promise<string> {
    dying.kill('SIGKILL');
    await once(dying, 'exit');
    return begin();
  }

  onTestFinished(async () => {
    await up;
    child?.kill('SIGKILL');
  });
  return {
    base: () => up,
    killed: () => killed,
    answered() {
      answers += 1;
      if (killed >= kills || answers < answersPerLife || child === null) return;
      answers = 0;
      killed += 1;
      const dying = child;
      child = null;
      up = replace(dying);
    },
  };
}

const submissionSchema = z.looseObject({ id: z.string() });
const receiptSchema = z.looseObject({ protocolNumber: z.string(), idempotencyKey: z.string() });

/** Tries until the service answers; being killed shows as a broken connection. */
async function insist<Value>(lives: Lives, attempt: (base: string) => Promise<Value>): Promise<Value> {
  for (;;) {
    try {
      const value = await attempt(await lives.base());
      lives.answered();
      return value;
    } catch (error) {
      const isBroken =
        error instanceof TypeError || (error instanceof DetailedError && error.originalResponse === null);
      if (!isBroken) throw error;
    }
  }
}

async function post(url: string, init: RequestInit): Promise<unknown> {
  const response = await fetch(url, { ...init, method: 'POST' });
  const body = await response.json();
  if (!response.ok) throw new Error(`${response.status} ${JSON.stringify(body)}`);
  return body;
}

function upload(base: string, submission: string, content: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    new Upload(content, {
      endpoint: `${base}/v1/uploads`,
      headers: bearer,
      metadata: { submission, page: '0' },
      chunkSize: 30_000,
      retryDelays: null,
      onSuccess: () => resolve(),
      onError: reject,
    }).start();
  });
}

async function deliver(lives: Lives, key: string, page: Buffer) {
  const headers = { ...bearer, 'content-type': 'application/json', 'idempotency-key': key };
  const body = JSON.stringify(submissionOf([page]));
  const create = (base: string) => post(`${base}/v1/submissions`, { headers, body });
  const { id } = submissionSchema.parse(await insist(lives, create));
  await insist(lives, async (base) => {
    const state = JSON.stringify(await create(base));
    if (!state.includes('"complete"')) await upload(base, id, page);
  });
  const commit = (base: string) => post(`${base}/v1/submissions/${id}/commit`, { headers: bearer });
  return receiptSchema.parse(await insist(lives, commit));
}

it(`killed ${kills} times, the service keeps every submission it answered for and gives each one number`, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'intake-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const lives = liveOften(folder);
  const keys = Array.from({ length: submissions }, (_, index) => `key-${String(index).padStart(4, '0')}`);
  const receipts = await Promise.all(
    keys.map((key) => deliver(lives, key, somePages(1, 90_000)[0] ?? Buffer.alloc(0))),
  );
  expect(lives.killed()).toBe(kills);

  const year = new Date().getUTCFullYear();
  const expected = keys.map((_, index) => `${year}/${String(index + 1).padStart(7, '0')}`);
  expect(receipts.map(({ protocolNumber }) => protocolNumber).sort()).toEqual(expected);
  const base = await lives.base();
  for (const receipt of receipts) {
    const found = await fetch(`${base}/v1/submissions?idempotencyKey=${receipt.idempotencyKey}`, { headers: bearer });
    expect(await found.json()).toMatchObject({ state: 'committed', receipt });
  }
});
