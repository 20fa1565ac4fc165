import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { z } from 'zod';
import description from '../../../intake/openapi.json' with { type: 'json' };

const address = 'https://tabularium.invalid/under-test.json';
const ajv = new Ajv2020({ allErrors: true, strict: false });
addFormats.default(ajv);
ajv.addSchema(description, address);

const referenceSchema = z.object({ $ref: z.string() });
const responseSchema = z.object({
  content: z.record(z.string(), z.object({ schema: z.unknown() })).optional(),
  headers: z
    .record(z.string(), z.looseObject({ $ref: z.string().optional(), required: z.boolean().optional() }))
    .optional(),
});
const operationSchema = z.object({ operationId: z.string(), responses: z.record(z.string(), z.unknown()) });

function operationAt(method: string, path: string): z.infer<typeof operationSchema> {
  for (const [template, item] of Object.entries(description.paths)) {
    const pattern = new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`);
    const operation = Object.entries(item).find(([name]) => name === method.toLowerCase());
    if (pattern.test(path) && operation) return operationSchema.parse(operation[1]);
  }
  throw new Error(`${method} ${path} is not described`);
}

function resolveResponse(value: unknown): z.infer<typeof responseSchema> {
  const reference = referenceSchema.safeParse(value);
  if (!reference.success) return responseSchema.parse(value);
  const name = reference.data.$ref.split('/').at(-1);
  const found = Object.entries(description.components.responses).find(([key]) => key === name);
  return responseSchema.parse(found?.[1]);
}

export interface DescribedAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** Sends a request and refuses any answer that the OpenAPI description does not allow: status, media type, headers, body. */
export async function ask(
  base: string,
  method: string,
  path: string,
  init: RequestInit = {},
): Promise<DescribedAnswer> {
  const response = await fetch(`${base}${path}`, { ...init, method });
  const text = await response.text();
  const [pathname = ''] = path.split('?');
  const operation = operationAt(method, pathname);
  const described = operation.responses[String(response.status)];
  if (described === undefined) throw new Error(`${operation.operationId} may not answer ${response.status}: ${text}`);
  const { content, headers } = resolveResponse(described);
  for (const [name, header] of Object.entries(headers ?? {})) {
    // Every shared header of the description is a required one.
    const isRequired = header.required ?? header.$ref !== undefined;
    if (isRequired && !response.headers.has(name))
      throw new Error(`${operation.operationId} left out the header ${name}`);
  }
  return {
    status: response.status,
    headers: response.headers,
    body: checkBody(operation.operationId, response, text, content),
  };
}

function checkBody(
  operationId: string,
  response: Response,
  text: string,
  content: Record<string, { schema?: unknown }> | undefined,
): unknown {
  if (!content) {
    if (text !== '') throw new Error(`${operationId} answered a body that is not described`);
    return null;
  }
  const mediaType = (response.headers.get('content-type') ?? '').split(';')[0] ?? '';
  const described = content[mediaType];
  if (!described) throw new Error(`${operationId} answered ${mediaType}`);
  const body: unknown = JSON.parse(text);
  const reference = referenceSchema.safeParse(described.schema);
  const validate = ajv.compile(reference.success ? { $ref: `${address}${reference.data.$ref}` } : { type: 'object' });
  if (!validate(body)) throw new Error(`${operationId}: ${ajv.errorsText(validate.errors)}`);
  return body;
}
