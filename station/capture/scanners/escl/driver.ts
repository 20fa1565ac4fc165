import { type ScanDriver, ScannerError } from '../scanner.ts';
import { createClient, type EsclTimes, usualTimes } from './client.ts';
import { discoverEscl } from './discover.ts';
import { type CertificatePins, createHttp } from './http.ts';
import { runJob } from './job.ts';
import { obstacleOf } from './status.ts';

export interface EsclDriverOptions {
  readonly pins: CertificatePins;
  readonly times?: EsclTimes;
  readonly listenMs?: number;
}

/** Driverless network scanners (eSCL, also known as AirScan). A scanner's address is that of its service. */
export function createEsclDriver(options: EsclDriverOptions): ScanDriver {
  const { pins, times = usualTimes, listenMs = 3_000 } = options;
  return {
    name: 'escl',
    discover: (signal) => discoverEscl({ signal, listenMs }),
    open(address) {
      const url = parseAddress(address);
      const client = createClient(createHttp(url, pins), url.pathname.replace(/\/+$/, ''), times);
      return {
        async capabilities(signal) {
          const { model, sources } = await client.capabilities(signal);
          return { model, sources };
        },
        async state(signal) {
          const status = await client.status(signal);
          return obstacleOf(status, status.feeder === null ? 'flatbed' : 'feeder') ?? 'idle';
        },
        scan: (order) => runJob(client, order),
      };
    },
  };
}

function parseAddress(address: string): URL {
  const url = URL.parse(address);
  if (url === null || !['http:', 'https:'].includes(url.protocol) || url.username !== '') {
    throw new ScannerError('not-supported', 'the address of an eSCL scanner begins with http:// or https://');
  }
  return url;
}
