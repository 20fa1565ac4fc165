import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '../../contract/contract.ts';
import type { ShellApi } from '../../contract/shell.ts';

export type StationClient = ContractRouterClient<Contract>;

/** The contract's client over the shell's wire. */
export function createStationClient(wire: ShellApi['station']): StationClient {
  return createORPCClient(new RPCLink({ port: portOverWire(wire) }));
}

interface PortLike {
  readonly onMessage: { addListener(listener: (data: unknown) => void): void };
  readonly onDisconnect: { addListener(listener: () => void): void };
  postMessage(data: unknown): void;
}

/**
 * Shows the wire as the message port that oRPC speaks to. The contract carries no binary data, so every message is
 * text; anything else is a bug and throws.
 */
export function portOverWire(wire: ShellApi['station']): PortLike {
  return {
    onMessage: { addListener: (listener) => void wire.onMessage(listener) },
    onDisconnect: { addListener: () => {} },
    postMessage(data) {
      if (typeof data !== 'string') throw new TypeError('only text travels to the station');
      wire.send(data);
    },
  };
}
