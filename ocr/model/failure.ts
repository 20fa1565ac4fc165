import { z } from 'zod';

/**
 * Why a source or a page could not be used. Closed list: each code has a text in Italian and English under
 * `failure.<code>` in the translations, saying what happened and what to do.
 */
export const failureCodeSchema = z.enum([
  'unsupported-format',
  'empty-file',
  'unreadable-file',
  'damaged-file',
  'encrypted-file',
  'no-pages',
  'page-too-large',
  'out-of-memory',
  'deadline-exceeded',
  'worker-crashed',
  'duplicate-in-batch',
  'scanned-again',
  'not-aligned',
  'internal',
]);
export type FailureCode = z.infer<typeof failureCodeSchema>;

export const failureSchema = z.strictObject({
  code: failureCodeSchema,
  /** Technical detail for the log and the curious, in English, without record content. */
  detail: z.string(),
});
export type Failure = z.infer<typeof failureSchema>;

/** Thrown by `ocr/` for expected failures; anything else that is thrown is a bug. */
export class PageError extends Error {
  readonly code: FailureCode;

  constructor(code: FailureCode, detail: string, options?: ErrorOptions) {
    super(detail, options);
    this.name = 'PageError';
    this.code = code;
  }
}
