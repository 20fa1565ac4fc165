type Handler = (request: Request) => Response | Promise<Response>;

const handlers = new Map<string, Handler>();

export const protocol = {
  registerSchemesAsPrivileged(_schemes: unknown): void {},
  handle(scheme: string, handler: Handler): void {
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    handlers.set(scheme, handler);
  },
  unhandle(scheme: string): void {
    handlers.delete(scheme);
  },
};

/** Schemes that have a handler now. */
export function handledSchemes(): ReadonlySet<string> {
  return new Set(handlers.keys());
}

/** Answers a request to a handled scheme; a handler that throws gives a failed load, as in Electron. */
export async function answerRequest(request: { url: string; method: string; headers: Record<string, string> }) {
  const scheme = /^([a-z][a-z0-9+.-]*):/.exec(request.url)?.[1] ?? '';
  const handler = handlers.get(scheme);
  if (handler === undefined) return null;
  try {
    return await handler(new Request(request.url, { method: request.method, headers: request.headers }));
  } catch (error) {
    console.error('protocol handler failed', error);
    return null;
  }
}
