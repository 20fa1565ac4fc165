import type { ScanDevice } from '../../../contract/capture.ts';

/** What two entries of the same scanner have in common. */
export function deviceKey({ driver, address }: Pick<ScanDevice, 'driver' | 'address'>): string {
  return `${driver} ${address}`;
}

/** The scanners found, with the one in hand first if the search did not find it. */
export function withDevice(found: readonly ScanDevice[], inHand: ScanDevice | null): readonly ScanDevice[] {
  if (inHand === null || found.some((device) => deviceKey(device) === deviceKey(inHand))) return found;
  return [inHand, ...found];
}

/**
 * The scanner that an address written by a person means: an address of the web is a network scanner, with the path that
 * the standard suggests when none is given; anything else is a name that SANE gives to a device. Null when it is empty.
 */
export function deviceOfAddress(text: string): ScanDevice | null {
  const address = text.trim();
  if (address === '' || address.length > 500) return null;
  if (/^https?:\/\//i.test(address)) return networkScanner(address);
  if (/^(?:\d{1,3}\.){3}\d{1,3}(?::\d+)?$/.test(address)) return networkScanner(`http://${address}`);
  return { driver: 'sane', address, name: address.slice(0, 200) };
}

function networkScanner(address: string): ScanDevice | null {
  const url = URL.parse(address);
  if (url === null) return null;
  const path = url.pathname === '/' ? '/eSCL' : url.pathname.replace(/\/+$/, '');
  return { driver: 'escl', address: `${url.origin}${path}`, name: url.host.slice(0, 200) };
}
