/** Where the window's own files come from; nothing else may be loaded as a document. */
export const appScheme = 'app';
export const bundleOrigin = 'app://bundle';
export const pageOrigin = 'app://page';
export const startAddress = `${bundleOrigin}/index.html`;

/** True for an address inside the window's own origin. Custom schemes have no `URL.origin`, hence scheme and host. */
export function isBundleAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host } = new URL(address);
  return `${protocol}//${host}` === bundleOrigin;
}
