import { setTimeout } from 'node:timers/promises';
import Bonjour, { type Service } from 'bonjour-service';
import type { ScanDevice } from '../../../../contract/capture.ts';
import { asScannerError } from './http.ts';

export interface DiscoverOptions {
  readonly signal: AbortSignal;
  /** How long to listen for answers: RFC 6762 lets responders wait up to half a second, and questions are lost. */
  readonly listenMs: number;
}

const serviceTypes = { uscans: 'https', uscan: 'http' } as const;

/**
 * Asks the local network for eSCL scanners (`_uscan._tcp` and `_uscans._tcp`) by multicast DNS. One that offers both is
 * listed once, with TLS.
 */
export async function discoverEscl({ signal, listenMs }: DiscoverOptions): Promise<ScanDevice[]> {
  const failures: unknown[] = [];
  const bonjour = new Bonjour({}, (error: unknown) => failures.push(error));
  try {
    const browsers = Object.keys(serviceTypes).map((type) => bonjour.find({ type }));
    await setTimeout(listenMs, undefined, { signal });
    const found = browsers.flatMap((browser) => browser.services.flatMap(presentService));
    if (found.length === 0 && failures.length > 0) throw failures[0];
    return withoutRepeats(found);
  } catch (error) {
    throw asScannerError(error);
  } finally {
    bonjour.destroy();
  }
}

interface FoundService extends ScanDevice {
  readonly key: string;
}

function presentService({ type, port, name, txt, addresses = [], host }: Service): FoundService[] {
  if (type !== 'uscan' && type !== 'uscans') return [];
  const reachable = addresses.find((address) => address.includes('.')) ?? host.replace(/\.$/, '');
  const root = textRecord(txt, 'rs').replaceAll(/^\/+|\/+$/g, '') || 'eSCL';
  const address = `${serviceTypes[type]}://${reachable}:${port}/${root}`;
  const model = textRecord(txt, 'ty') || name;
  const place = textRecord(txt, 'note');
  const key = textRecord(txt, 'uuid') || name;
  return [{ driver: 'escl', address, name: (place === '' ? model : `${model} (${place})`).slice(0, 200), key }];
}

function textRecord(txt: unknown, key: string): string {
  if (typeof txt !== 'object' || txt === null) return '';
  const entry = Object.entries(txt).find(([name]) => name.toLowerCase() === key);
  return typeof entry?.[1] === 'string' ? entry[1] : '';
}

function withoutRepeats(found: readonly FoundService[]): ScanDevice[] {
  const byKey = new Map<string, ScanDevice>();
  for (const { key, driver, address, name } of found) if (!byKey.has(key)) byKey.set(key, { driver, address, name });
  return [...byKey.values()].sort((left, right) => left.name.localeCompare(right.name));
}
