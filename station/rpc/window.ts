import { RPCHandler } from '@orpc/server/message-port';
import { z } from 'zod';
import type { Account } from '../../contract/account.ts';
import { recordAccount } from '../people/people.ts';
import { createWindowSession, type WindowSession } from '../people/window-session.ts';
import type { Services } from './base.ts';
import { router } from './router.ts';

/** One window's wire as the station sees it: messages are the strings of the RPC link. */
export interface StationWindow {
  readonly session: WindowSession;
  receive(message: string): void;
  /** Ends everything that was opened for this window. */
  close(): void;
}

/** Opens the wire to a window, with its own session. `send` brings a message to the window. */
export type OpenWindow = (send: (message: string) => void) => StationWindow;

export interface WindowServices extends Services {
  /** How long nobody may touch a window before it locks. */
  readonly idleLockMs: number;
}

export function createWindowOpener({ idleLockMs, ...services }: WindowServices): OpenWindow {
  const handler = new RPCHandler(router);
  const sessions = new Set<WindowSession>();
  const endSessionsOf = (accountId: string, except?: WindowSession): void => {
    for (const session of sessions) if (session !== except && session.account?.id === accountId) session.putOut();
  };
  return (send) => {
    const onIdle = ({ id }: Account) => recordAccount(services.station.store, id, 'account.locked', { idle: true });
    const session = createWindowSession({ idleLockMs, onIdle });
    sessions.add(session);
    const port = createPort(send);
    handler.upgrade(port, { context: { ...services, session, endSessionsOf } });
    return {
      session,
      receive(message) {
        if (isRequest(message)) port.bring(message);
        else services.station.logger.warn('a window sent something that is no request; it was dropped');
      },
      close() {
        services.leases.releaseAll(session);
        session.close();
        sessions.delete(session);
        port.close();
      },
    };
  };
}

const requestSchema = z.union([
  z.object({
    i: z.string(),
    p: z.object({
      u: z.string().startsWith('/'),
      m: z.string().optional(),
      h: z.record(z.string(), z.union([z.string(), z.array(z.string())])).optional(),
    }),
  }),
  z.object({ i: z.string(), t: z.literal(4) }),
]);

/**
 * The RPC handler throws, outside anybody's reach, on messages that are not of its making: those stay out. A window only
 * ever asks (no `t`) or stops asking (`t` 4); it streams nothing to the station.
 */
function isRequest(message: string): boolean {
  try {
    return requestSchema.safeParse(JSON.parse(message)).success;
  } catch {
    return false;
  }
}

type Listener = (event?: { data: unknown }) => void;

/** A message port made of functions, in the shape the RPC handler wants. */
function createPort(send: (message: string) => void) {
  const listeners = new Map<string, Listener[]>();
  const call = (event: string, argument?: { data: unknown }) => {
    for (const listener of listeners.get(event) ?? []) listener(argument);
  };
  let isOpen = true;
  return {
    on(event: string, listener: Listener) {
      listeners.set(event, [...(listeners.get(event) ?? []), listener]);
    },
    postMessage(message: unknown) {
      if (isOpen && typeof message === 'string') send(message);
    },
    bring(message: string) {
      if (isOpen) call('message', { data: message });
    },
    close() {
      if (!isOpen) return;
      isOpen = false;
      call('close');
    },
  };
}
