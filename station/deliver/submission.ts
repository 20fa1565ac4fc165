import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '../../contract/canonical-json.ts';
import { assembleRecord } from '../../ocr/extract/record.ts';
import { originOf, type WeighedField } from '../verify/weigh-words.ts';

const provenanceSchema = z.strictObject({
  origin: z.enum(['machine', 'corrected', 'keyed']),
  by: z.string().nullable(),
  at: z.string().nullable(),
  confidence: z.number(),
  remark: z.enum(['unreadable', 'empty', 'insisted']).nullable(),
});
type Provenance = z.infer<typeof provenanceSchema>;

const sentPageSchema = z.strictObject({
  sha256: z.string(),
  mediaType: z.enum(['image/jpeg', 'image/png', 'image/tiff', 'image/webp']),
  bytes: z.int().positive(),
  /** The captured file, and the page's place in it. */
  source: z.strictObject({ sha256: z.string(), index: z.int().nonnegative() }),
});
export type SentPage = z.infer<typeof sentPageSchema>;

/** What is sent of one document: the body of a submission after the intake's description. */
export const submissionSchema = z.strictObject({
  source: z.strictObject({
    system: z.string(),
    documentId: z.string(),
    batchId: z.string(),
    verifiedBy: z.string().nullable(),
    approvedBy: z.string(),
    approvedAt: z.string(),
  }),
  form: z.string().nullable(),
  record: z.record(z.string(), z.unknown()),
  provenance: z.record(z.string(), provenanceSchema),
  pages: z.array(sentPageSchema).min(1),
});
export type Submission = z.infer<typeof submissionSchema>;

/** The record and where each of its values comes from, by pointers into that record. */
export function recordOf(weighed: readonly WeighedField[]): Pick<Submission, 'record' | 'provenance'> {
  const byPointer = new Map(weighed.map((one) => [one.pointer, one]));
  const values = Object.fromEntries(weighed.map(({ pointer, field }) => [pointer, field.value]));
  const { record, origin } = assembleRecord(values);
  const provenance: Submission['provenance'] = {};
  for (const [pointer, given] of origin) {
    const one = byPointer.get(given);
    if (one) provenance[pointer] = provenanceOf(one);
  }
  return { record, provenance };
}

function provenanceOf(weighed: WeighedField): Provenance {
  const { word, machine, field } = weighed;
  const at = word?.at ?? null;
  const insisted = word !== null && field.reason !== null;
  const remark =
    word?.kind === 'unreadable' || word?.kind === 'empty' ? word.kind : insisted ? ('insisted' as const) : null;
  return { origin: originOf(weighed), by: word?.accountId ?? null, at, confidence: machine.confidence, remark };
}

/** What the receipt must name: SHA-256 over the canonical form of what was sent (RFC 8785). */
export function contentSha256(submission: Submission): string {
  return createHash('sha256').update(canonicalJson(submission), 'utf8').digest('hex');
}
