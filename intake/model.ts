/** The shapes of `openapi.json` as the server handles them. The description is what counts; these follow it. */

export interface NewPage {
  readonly sha256: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly source: { readonly sha256: string; readonly index: number };
}

export interface NewSubmission {
  readonly source: Readonly<Record<string, unknown>>;
  readonly form: string | null;
  readonly record: Readonly<Record<string, unknown>>;
  readonly provenance: Readonly<Record<string, unknown>>;
  readonly pages: readonly NewPage[];
}

export interface Receipt {
  readonly protocolNumber: string;
  readonly registeredAt: string;
  readonly submissionId: string;
  readonly idempotencyKey: string;
  readonly contentSha256: string;
  readonly pages: number;
}

/** Where a page's bytes are: the upload begun last, and whether it holds the declared page. */
export interface StoredPage {
  readonly uploadId: string | null;
  readonly complete: boolean;
}

/** One submission as it lies on disk: one file, so that a crash leaves the old or the new state whole. */
export interface StoredSubmission {
  readonly id: string;
  readonly idempotencyKey: string;
  readonly createdAt: string;
  readonly contentSha256: string;
  readonly body: NewSubmission;
  readonly pages: readonly StoredPage[];
  readonly receipt: Receipt | null;
}

/** A submission as a client sees it. */
export interface Submission {
  readonly id: string;
  readonly idempotencyKey: string;
  readonly state: 'open' | 'committed';
  readonly createdAt: string;
  readonly contentSha256: string;
  readonly pages: readonly { index: number; sha256: string; bytes: number; state: 'missing' | 'complete' }[];
  readonly receipt: Receipt | null;
}

export function presentSubmission(stored: StoredSubmission): Submission {
  const { id, idempotencyKey, createdAt, contentSha256, receipt } = stored;
  const pages = stored.body.pages.map((page, index) => ({
    index,
    sha256: page.sha256,
    bytes: page.bytes,
    state: stored.pages[index]?.complete ? ('complete' as const) : ('missing' as const),
  }));
  return { id, idempotencyKey, state: receipt ? 'committed' : 'open', createdAt, contentSha256, pages, receipt };
}
