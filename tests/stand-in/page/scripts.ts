import { readFileSync } from 'node:fs';
import { decodeValue, encodeValue } from '../value-codec.ts';
import { installIsolatedWorld } from './isolated-world.ts';
import { installMainWorld } from './main-world.ts';

export const isolatedWorldName = 'Preload';
/** Global of the isolated world through which text reaches the main process (a DevTools binding). */
export const postName = '__standInPost';
/** Global of the isolated world that the main process calls with text. */
export const receiverName = '__standInReceive';

/** Source of the script for the page's own world. */
export function mainWorldScript(): string {
  return `(${installMainWorld})()`;
}

/** Source of the script for the isolated world, with the built preload inside. */
export function isolatedWorldScript(preloadPath: string): string {
  const preload = readFileSync(preloadPath, 'utf8');
  const codec = `{ encode: ${encodeValue}, decode: ${decodeValue} }`;
  const names = `${JSON.stringify(receiverName)}, ${JSON.stringify(postName)}`;
  return `(${installIsolatedWorld})(${codec}, ${names}, (require, module, exports) => {\n${preload}\n})`;
}
