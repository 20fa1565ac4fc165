import type { ProtocolMapping } from 'devtools-protocol/types/protocol-mapping.js';

type Commands = ProtocolMapping.Commands;
type Events = ProtocolMapping.Events;
type Parameters<M extends keyof Commands> = Commands[M]['paramsType'][0];
type Result<M extends keyof Commands> = Commands[M]['returnType'];

/** One connection to a browser's DevTools endpoint, all targets over it (flat sessions). */
export interface DevTools {
  readonly endpoint: string;
  /** Rejects with the browser's message when it refuses the command, or when the connection is closed. */
  send<M extends keyof Commands>(method: M, params?: Parameters<M>, sessionId?: string): Promise<Result<M>>;
  on<M extends keyof Events>(method: M, listener: (...params: Events[M]) => void, sessionId?: string): void;
  onClosed(listener: () => void): void;
  close(): void;
}

/** Connects to `ws://...`; rejects when nothing answers there. */
export async function connectDevTools(endpoint: string): Promise<DevTools> {
  const socket = new WebSocket(endpoint);
  const answers = new Map<number, (text: string) => void>();
  const listeners = new Map<string, ((text: string) => void)[]>();
  const refusals = new Map<number, (error: Error) => void>();
  let lastId = 0;
  await opened(socket);

  socket.addEventListener('message', ({ data }) => {
    const text = String(data);
    const { id, method, sessionId }: { id?: number; method?: string; sessionId?: string } = JSON.parse(text);
    if (id !== undefined) {
      answers.get(id)?.(text);
      answers.delete(id);
      refusals.delete(id);
    } else {
      for (const listener of listeners.get(eventKey(method ?? '', sessionId)) ?? []) listener(text);
    }
  });
  socket.addEventListener('close', () => {
    for (const refuse of refusals.values()) refuse(new Error('The browser has gone.'));
    answers.clear();
    refusals.clear();
  });

  return {
    endpoint,
    send<M extends keyof Commands>(method: M, params?: Parameters<M>, sessionId?: string) {
      return new Promise<Result<M>>((resolve, reject) => {
        if (socket.readyState !== WebSocket.OPEN) return reject(new Error('The browser has gone.'));
        lastId += 1;
        refusals.set(lastId, reject);
        answers.set(lastId, (text) => {
          const answer = JSON.parse(text);
          if (answer.error) reject(new Error(`${method}: ${answer.error.message}`));
          else resolve(answer.result);
        });
        socket.send(JSON.stringify({ id: lastId, method, params, sessionId }));
      });
    },
    on(method, listener, sessionId) {
      const key = eventKey(method, sessionId);
      const present = listeners.get(key) ?? [];
      listeners.set(key, [...present, (text) => tell(listener, text)]);
    },
    onClosed: (listener) => socket.addEventListener('close', () => listener()),
    close: () => socket.close(),
  };
}

function opened(socket: WebSocket): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.addEventListener('open', () => resolve(), { once: true });
    socket.addEventListener('error', () => reject(new Error(`No DevTools at ${socket.url}`)), { once: true });
  });
}

/** The parameters are what the protocol promises; they are not checked again. */
function tell<P extends unknown[]>(listener: (...params: P) => void, text: string): void {
  const params: P = JSON.parse(`[${JSON.stringify(JSON.parse(text).params)}]`);
  listener(...params);
}

function eventKey(method: string, sessionId: string | undefined): string {
  return `${sessionId ?? ''}/${method}`;
}
