import { z } from 'zod';
import { DeliveryFailure } from './delivery-failure.ts';

const receiptSchema = z.object({
  protocolNumber: z.string().min(1),
  registeredAt: z.iso.datetime(),
  contentSha256: z.string(),
  idempotencyKey: z.string(),
});
export type IntakeReceipt = z.infer<typeof receiptSchema>;

const submissionSchema = z.object({
  id: z.string().min(1),
  pages: z.array(z.object({ index: z.int(), state: z.enum(['missing', 'complete']) })),
  receipt: receiptSchema.nullable(),
});
export type IntakeSubmission = z.infer<typeof submissionSchema>;

const problemSchema = z
  .object({ type: z.string().default('about:blank'), title: z.string(), detail: z.string() })
  .partial();

export interface IntakeClient {
  readonly uploadsUrl: string;
  readonly headers: Readonly<Record<string, string>>;
  create(idempotencyKey: string, body: unknown, signal: AbortSignal): Promise<IntakeSubmission>;
  submissionUrl(id: string): string;
  commit(id: string, signal: AbortSignal): Promise<IntakeReceipt>;
}

const requestTimeoutMs = 60_000;

/** Speaks the plain part of the intake's description. Every function throws a DeliveryFailure. */
export function createIntakeClient(url: string, token: string): IntakeClient {
  const headers = { authorization: `Bearer ${token}` };
  const at = (path: string) => new URL(path, url.endsWith('/') ? url : `${url}/`).href;

  async function post<Schema extends z.ZodType>(path: string, schema: Schema, init: RequestInit, signal: AbortSignal) {
    const response = await reach(at(path), {
      ...init,
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(requestTimeoutMs)]),
    });
    const text = await readText(response);
    if (!response.ok) throw failureOfAnswer(response.status, text);
    const parsed = schema.safeParse(parseJson(text));
    if (!parsed.success) throw new DeliveryFailure('answer-not-understood', `${path}: ${response.status}`);
    return parsed.data;
  }

  return {
    uploadsUrl: at('v1/uploads'),
    headers,
    submissionUrl: (id) => at(`v1/submissions/${encodeURIComponent(id)}`),
    create(idempotencyKey, body, signal) {
      const own = { ...headers, 'content-type': 'application/json', 'idempotency-key': idempotencyKey };
      return post('v1/submissions', submissionSchema, { headers: own, body: JSON.stringify(body) }, signal);
    },
    commit: (id, signal) => post(`v1/submissions/${encodeURIComponent(id)}/commit`, receiptSchema, { headers }, signal),
  };
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (cause) {
    throw new DeliveryFailure('unreachable', reasonOf(cause), { cause });
  }
}

async function readText(response: Response): Promise<string> {
  try {
    return await response.text();
  } catch (cause) {
    throw new DeliveryFailure('unreachable', reasonOf(cause), { cause });
  }
}

/** What the failure of a request was, without addresses or content. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return 'no answer';
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.name;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Sorts a refusal into those that pass by themselves and those that a person has to see to. */
export function failureOfAnswer(status: number, text: string): DeliveryFailure {
  const problem = problemSchema.safeParse(parseJson(text)).data;
  const type = problem?.type?.split(':').at(-1) ?? '';
  const detail = [status, problem?.title, problem?.detail].filter((part) => part !== undefined).join(' ');
  if (status === 401 || status === 403) return new DeliveryFailure('token-refused', detail);
  if (type === 'key-reused') return new DeliveryFailure('key-reused', detail);
  if (type === 'page-refused') return new DeliveryFailure('page-damaged-on-the-way', detail);
  // Pages it had are gone: the next attempt asks what is missing and sends that.
  if (type === 'pages-missing') return new DeliveryFailure('destination-trouble', detail);
  if (status === 404 && problem === undefined) return new DeliveryFailure('answer-not-understood', detail);
  const passes = status >= 500 || status === 408 || status === 409 || status === 423 || status === 429;
  return new DeliveryFailure(passes ? 'destination-trouble' : 'submission-refused', detail);
}
