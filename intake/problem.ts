/** Problems this service answers with (RFC 9457), by the last word of their type. */
const problems = {
  invalid: { status: 400, title: 'The request does not fit the description' },
  unauthorised: { status: 401, title: 'The bearer token is missing or wrong' },
  'not-found': { status: 404, title: 'There is nothing at this address' },
  'pages-missing': { status: 409, title: 'Pages have not arrived yet' },
  'page-complete': { status: 409, title: 'The page has arrived already' },
  'too-large': { status: 413, title: 'The body or the page is larger than this service takes' },
  'wrong-media-type': { status: 415, title: 'The body has another media type than the description says' },
  'key-reused': { status: 422, title: 'The idempotency key was used before with another body' },
  'page-refused': { status: 422, title: 'The page is not the one that was declared' },
  'upload-refused': { status: 400, title: 'The upload protocol was not followed' },
  broken: { status: 500, title: 'The service failed' },
} as const;
export type ProblemCode = keyof typeof problems;

export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly { pointer: string; detail: string }[];
  readonly missingPages?: readonly number[];
}

type ProblemExtensions = Pick<Problem, 'errors' | 'missingPages'>;

export const problemMediaType = 'application/problem+json';

/** Builds the body of an error answer. `status` overrides the usual one where the upload protocol asks for another. */
export function problemBody(
  code: ProblemCode,
  detail: string,
  extensions: ProblemExtensions & { status?: number } = {},
): Problem {
  const { status, title } = problems[code];
  return { type: `urn:tabularium:intake:${code}`, title, status, detail, ...extensions };
}

/** An expected failure of a request; the server turns it into its problem body. */
export class IntakeProblem extends Error {
  readonly problem: Problem;

  constructor(code: ProblemCode, detail: string, extensions: ProblemExtensions = {}) {
    super(detail);
    this.name = 'IntakeProblem';
    this.problem = problemBody(code, detail, extensions);
  }
}
