/**
 * Writes a JSON value in its canonical form: members sorted by UTF-16 code units, no white space, numbers and strings as
 * ECMAScript writes them (RFC 8785). Equal values give equal texts, so that a hash over the text stands for the value.
 * Throws a TypeError for anything JSON cannot hold (undefined, functions, NaN, infinities).
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
    return `{${members.join(',')}}`;
  }
  const isScalar = value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
  if (!isScalar) throw new TypeError(`JSON cannot hold a ${typeof value}`);
  return JSON.stringify(value);
}
