import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { Transform } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { onTestFinished } from 'vitest';

export interface SlowLine {
  readonly url: string;
  /** Breaks every connection that is open now. */
  cut(): void;
  /** From now on leads to this address; null lets nobody through. */
  leadTo(url: string | null): void;
  /** Bytes that came from the station so far. */
  readonly carried: () => number;
  /** Resolves when so many more bytes have come. */
  afterMore(bytes: number): Promise<void>;
}

/** A line to a server on this machine that carries so many bytes a second towards it. */
export async function openSlowLine(bytesPerSecond: number, target: string | null): Promise<SlowLine> {
  const sockets = new Set<Socket>();
  let leadsTo = target;
  let carried = 0;
  let waiting: { readonly until: number; readonly resolve: () => void }[] = [];

  function throttle(): Transform {
    return new Transform({
      async transform(chunk: Buffer, _encoding, done) {
        await setTimeout((chunk.length / bytesPerSecond) * 1000);
        carried += chunk.length;
        done(null, chunk);
        for (const { until, resolve } of waiting) if (carried >= until) resolve();
        waiting = waiting.filter(({ until }) => carried < until);
      },
    });
  }

  function join(near: Socket): void {
    if (leadsTo === null) return void near.destroy();
    const far = connect(Number(new URL(leadsTo).port), '127.0.0.1');
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.pipe(throttle()).pipe(far);
    far.pipe(near);
  }

  const server = createServer(join).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  onTestFinished(() => {
    cut();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${portOf(server.address())}`,
    cut,
    leadTo: (url) => {
      leadsTo = url;
    },
    carried: () => carried,
    afterMore: (bytes) => new Promise((resolve) => waiting.push({ until: carried + bytes, resolve })),
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new TypeError('the server has no port');
  return address.port;
}
