/** Ends a switch over a closed set: a forgotten case does not compile. Throws when the types were lied to. */
export function assertNever(value: never): never {
  throw new TypeError(`unexpected case: ${JSON.stringify(value)}`);
}
