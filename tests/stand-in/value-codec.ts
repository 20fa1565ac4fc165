/**
 * Values as text between Node and the page: a small part of structured clone. Each function stands alone, because its
 * own text is also run inside the page.
 */

/** JSON plus undefined, Date, bigint, Map, Set and Uint8Array. Throws for functions and symbols, as Electron does. */
export function encodeValue(value: unknown): string {
  const wrap = (inner: unknown): unknown => {
    if (inner === undefined) return { $: 'undefined' };
    if (typeof inner === 'function' || typeof inner === 'symbol') throw new Error('An object could not be cloned.');
    if (typeof inner === 'bigint') return { $: 'bigint', of: String(inner) };
    if (inner === null || typeof inner !== 'object') return inner;
    if (inner instanceof Date) return { $: 'date', of: inner.getTime() };
    if (inner instanceof Uint8Array) return { $: 'bytes', of: Array.from(inner) };
    if (inner instanceof Map) return { $: 'map', of: [...inner].map(([key, item]) => [wrap(key), wrap(item)]) };
    if (inner instanceof Set) return { $: 'set', of: [...inner].map(wrap) };
    if (Array.isArray(inner)) return inner.map(wrap);
    const entries = Object.entries(inner).map(([key, item]) => [key, wrap(item)]);
    return { $: 'object', of: entries };
  };
  return JSON.stringify(wrap(value));
}

/** The inverse of `encodeValue`. */
export function decodeValue(text: string): unknown {
  const unwrap = (inner: ReturnType<typeof JSON.parse>): unknown => {
    if (inner === null || typeof inner !== 'object') return inner;
    if (Array.isArray(inner)) return inner.map(unwrap);
    const pairs = (of: [unknown, unknown][]) =>
      of.map(([key, item]): [unknown, unknown] => [unwrap(key), unwrap(item)]);
    switch (inner.$) {
      case 'undefined':
        return undefined;
      case 'bigint':
        return BigInt(inner.of);
      case 'date':
        return new Date(inner.of);
      case 'bytes':
        return new Uint8Array(inner.of);
      case 'map':
        return new Map(pairs(inner.of));
      case 'set':
        return new Set(inner.of.map(unwrap));
      default:
        return Object.fromEntries(inner.of.map(([key, item]: [string, unknown]) => [key, unwrap(item)]));
    }
  };
  return unwrap(JSON.parse(text));
}
