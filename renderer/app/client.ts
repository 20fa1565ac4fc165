import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '../../contract/contract.ts';
import type { ShellApi } from '../../contract/shell.ts';
import { createLockGate, type LockGate } from './lock-gate.ts';

export type StationClient = ContractRouterClient<Contract>;

/** The wire of the shell, as far as messages go. */
export type Wire = Pick<ShellApi['station'], 'send' | 'onMessage'>;

export interface StationLink {
  readonly client: StationClient;
  readonly gate: LockGate;
  /** Fails every call that is not answered yet and stops listening. */
  close(): void;
}

/** The contract's client over the shell's wire. */
export function connectStation(wire: Wire): StationLink {
  const port = portOverWire(wire);
  const gate = createLockGate();
  const link = new RPCLink({
    port,
    // The session itself is what opens the lock.
    interceptors: [({ path, next }) => (path[0] === 'session' ? next() : gate.pass(() => next()))],
  });
  return { client: createORPCClient(link), gate, close: port.close };
}

export interface WirePort {
  readonly onMessage: { addListener(listener: (data: unknown) => void): void };
  readonly onDisconnect: { addListener(listener: () => void): void };
  postMessage(data: unknown): void;
  close(): void;
}

/**
 * Shows the wire as the message port that oRPC speaks to. The contract carries no binary data, so every message is
 * text; anything else is a bug and throws.
 */
export function portOverWire(wire: Wire): WirePort {
  const stopListening: (() => void)[] = [];
  const onClose: (() => void)[] = [];
  return {
    onMessage: { addListener: (listener) => void stopListening.push(wire.onMessage(listener)) },
    onDisconnect: { addListener: (listener) => void onClose.push(listener) },
    postMessage(data) {
      if (typeof data !== 'string') throw new TypeError('only text travels to the station');
      wire.send(data);
    },
    close() {
      for (const stop of stopListening.splice(0)) stop();
      for (const listener of onClose.splice(0)) listener();
    },
  };
}
