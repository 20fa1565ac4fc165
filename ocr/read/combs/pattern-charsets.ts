const digits = '0123456789';
const atom = /^(?:\\d|\[([^\]^]+)\]|([A-Za-z0-9]))(?:\{(\d+)\})?/;

/**
 * Reads a pattern of fixed length, made of characters, `\d`, classes such as `[A-Z0-9]` and counts such as `{6}`, into the
 * characters allowed at each position. Null for any other pattern, and where the length is not `length`.
 */
export function charsetsByPosition(pattern: string, length: number): string[] | null {
  let rest = pattern.replace(/^\^/, '').replace(/\$$/, '');
  const charsets: string[] = [];
  while (rest !== '') {
    const match = atom.exec(rest);
    if (match === null) return null;
    const [whole, inClass, literal, count] = match;
    const charset = inClass === undefined ? (literal ?? digits) : expandClass(inClass);
    if (charset === null) return null;
    for (let repeat = 0; repeat < Number(count ?? 1); repeat += 1) charsets.push(charset);
    rest = rest.slice(whole.length);
  }
  return charsets.length === length ? charsets : null;
}

/** Expands the inside of a class: characters and ranges of letters or digits, and `\d`. Null for anything else. */
function expandClass(inside: string): string | null {
  let charset = '';
  let rest = inside.replaceAll('\\d', digits);
  while (rest !== '') {
    const range = /^([A-Za-z0-9])-([A-Za-z0-9])/.exec(rest);
    const [first = '', last = ''] = range === null ? [rest.slice(0, 1), rest.slice(0, 1)] : [range[1], range[2]];
    if (!/^[A-Za-z0-9]$/.test(first) || last < first) return null;
    for (let code = first.charCodeAt(0); code <= last.charCodeAt(0); code += 1) charset += String.fromCharCode(code);
    rest = rest.slice(range === null ? 1 : 3);
  }
  return charset;
}
