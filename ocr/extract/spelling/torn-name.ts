/** Readers tear names apart who see gaps in worn letters: M IG LIO. */
const letterAlone = /(?<![\p{L}'’])\p{L}(?![\p{L}'’.])/u;

/** Whether a letter stands by itself in a name, and is no initial. */
export function isTornName(name: string): boolean {
  return letterAlone.test(name);
}
