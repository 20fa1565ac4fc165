type Handler = (request: Request) => Response | Promise<Response>;

/** Schemes that have a handler in some session. */
const handled = new Set<string>();

/** The protocol handlers of one session. */
export class Protocol {
  readonly #handlers = new Map<string, Handler>();

  registerSchemesAsPrivileged(_schemes: unknown): void {}

  handle(scheme: string, handler: Handler): void {
    if (this.#handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    this.#handlers.set(scheme, handler);
    handled.add(scheme);
  }

  unhandle(scheme: string): void {
    this.#handlers.delete(scheme);
  }

  /** Not in Electron: answers a request to a handled scheme; a handler that throws gives a failed load, as there. */
  async answer(request: { url: string; method: string; headers: Record<string, string> }): Promise<Response | null> {
    const scheme = /^([a-z][a-z0-9+.-]*):/.exec(request.url)?.[1] ?? '';
    const handler = this.#handlers.get(scheme);
    if (handler === undefined) return null;
    try {
      return await handler(new Request(request.url, { method: request.method, headers: request.headers }));
    } catch (error) {
      console.error('protocol handler failed', error);
      return null;
    }
  }
}

/** Of the default session. */
export const protocol = new Protocol();

export function handledSchemes(): ReadonlySet<string> {
  return handled;
}
