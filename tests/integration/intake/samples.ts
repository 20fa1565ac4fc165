import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { onTestFinished } from 'vitest';
import { createIntake, type IntakeOptions } from '../../../intake/server.ts';

export const token = 'invented-token';
export const bearer = { authorization: `Bearer ${token}` };

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export function somePages(count: number, bytes = 50_000): Buffer[] {
  return Array.from({ length: count }, () => randomBytes(bytes));
}

/** A body that fits the description, for the given pages. */
export function submissionOf(pages: readonly Uint8Array[], surname = 'Verdi') {
  return {
    source: {
      system: 'Tabularium',
      documentId: '0b7c7a0e-7b0a-4c35-9a6b-3f6a5a3c1d11',
      batchId: '5f3c9d7e-2d53-4a7b-8f5e-0f7f6a1b2c3d',
      verifiedBy: 'a1',
      approvedBy: 'b2',
      approvedAt: '2026-03-02T10:00:00.000Z',
    },
    form: 'accesso-atti@1.0.0',
    record: { richiedente: { cognome: surname } },
    provenance: {
      '/richiedente/cognome': {
        origin: 'keyed',
        by: 'a1',
        at: '2026-03-02T09:00:00.000Z',
        confidence: 0.4,
        remark: null,
      },
    },
    pages: pages.map((page, index) => ({
      sha256: sha256(page),
      mediaType: 'image/png',
      bytes: page.byteLength,
      source: { sha256: sha256(page), index },
    })),
  };
}

export interface RunningIntake {
  readonly base: string;
  readonly folder: string;
  readonly server: FastifyInstance;
}

/** Starts the intake on a free port of this machine, over the given folder or a fresh one. */
export async function startIntake(options: Partial<IntakeOptions> = {}): Promise<RunningIntake> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'intake-')));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const server = await createIntake({ token, ...options, folder });
  const base = await server.listen({ port: 0, host: '127.0.0.1' });
  return { base, folder, server };
}

export const tusMetadata = (submissionId: string, page: number | string): string =>
  `submission ${Buffer.from(submissionId).toString('base64')},page ${Buffer.from(String(page)).toString('base64')}`;
