import { Upload } from 'tus-js-client';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import type { IntakeOptions } from '../../../intake/server.ts';
import { ask } from './described-client.ts';
import { bearer, type RunningIntake, startIntake, submissionOf } from './samples.ts';

/** The intake over the given folder or a fresh one, closed when the test ends. */
export async function start(options: Partial<IntakeOptions> = {}): Promise<RunningIntake> {
  const intake = await startIntake(options);
  onTestFinished(() => intake.server.close().then(() => undefined));
  return intake;
}

export const submissionSchema = z.looseObject({
  id: z.string(),
  state: z.string(),
  contentSha256: z.string(),
  pages: z.array(z.object({ state: z.string() }).loose()),
});
export const receiptSchema = z.looseObject({
  protocolNumber: z.string(),
  contentSha256: z.string(),
  registeredAt: z.string(),
});
export const problemSchema = z.looseObject({ type: z.string(), missingPages: z.array(z.number()).optional() });

export async function create(base: string, key: string, body: unknown) {
  const answer = await ask(base, 'POST', '/v1/submissions', {
    headers: { ...bearer, 'idempotency-key': key, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { ...answer, submission: submissionSchema.safeParse(answer.body).data };
}

export async function createFor(base: string, key: string, pages: readonly Uint8Array[]) {
  const { submission } = await create(base, key, submissionOf(pages));
  if (!submission) throw new Error('no submission was made');
  return submission;
}

export function upload(base: string, submissionId: string, page: number, bytes: Buffer): Promise<void> {
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

export const commit = (base: string, id: string) =>
  ask(base, 'POST', `/v1/submissions/${id}/commit`, { headers: bearer });
export const typeOf = (body: unknown) => problemSchema.parse(body).type.split(':').at(-1);
