/**
 * Chromium knows no custom schemes without Electron, so `app://bundle/x` is served as `https://bundle.app.test/x`: a
 * secure origin of its own per host, as a privileged standard scheme has in Electron.
 */
const domain = 'test';

export function toBrowserAddress(address: string, schemes: ReadonlySet<string>): string {
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/s.exec(address);
  const [, scheme, host, rest] = match ?? [];
  if (scheme === undefined || !schemes.has(scheme)) return address;
  return `https://${host}.${scheme}.${domain}${rest === '' ? '/' : rest}`;
}

export function toAppAddress(address: string, schemes: ReadonlySet<string>): string {
  const match = new RegExp(`^https://([^/?#]*)\\.([a-z][a-z0-9+-]*)\\.${domain}(.*)$`, 's').exec(address);
  const [, host, scheme, rest] = match ?? [];
  if (scheme === undefined || !schemes.has(scheme)) return address;
  return `${scheme}://${host}${rest}`;
}

/** `scheme://host` of an address, as Electron's `WebFrameMain.origin` gives it. */
export function originOf(address: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/.exec(address)?.[0] ?? 'null';
}

/**
 * Puts the browser's form in place of every `scheme://host` source of a Content-Security-Policy, beside the bare scheme:
 * Chromium blocks `app://page/x` by the policy before the request could be answered, and knows no hosts in `app:`.
 */
export function rewriteSources(policy: string, schemes: ReadonlySet<string>): string {
  return policy.replace(/([a-z][a-z0-9+.-]*):\/\/[^\s;/]+/g, (source, scheme) =>
    schemes.has(scheme) ? `${scheme}: ${toBrowserAddress(source, schemes).replace(/\/$/, '')}` : source,
  );
}
