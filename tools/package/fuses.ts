import { readFileSync } from 'node:fs';
import type { Check } from './file-set.ts';
import { fuseSentinel } from './stub-electron.ts';

/** In the order of Electron's fuse wire, as electron-builder.yml sets them. */
const wanted: readonly [name: string, on: boolean][] = [
  ['runAsNode', true],
  ['enableCookieEncryption', true],
  ['enableNodeOptionsEnvironmentVariable', false],
  ['enableNodeCliInspectArguments', false],
  ['enableEmbeddedAsarIntegrityValidation', true],
  ['onlyLoadAppFromAsar', true],
  ['loadBrowserProcessSpecificV8Snapshot', false],
  ['grantFileProtocolExtraPrivileges', false],
];

/** Reads the fuses out of an executable: sentinel, version, count, then one character each. */
export function checkFuses(executable: string): Check {
  const rule = "Electron's fuses are set";
  const content = readFileSync(executable);
  const at = content.indexOf(fuseSentinel);
  if (at < 0) return { rule, problems: ['no fuse wire in the executable'] };
  const wire = content.subarray(at + fuseSentinel.length + 2);
  const problems = wanted.flatMap(([name, on], index) => {
    const found = String.fromCharCode(wire[index] ?? 0);
    return found === (on ? '1' : '0') ? [] : [`${name} should be ${on ? 'on' : 'off'}, the wire says ${found}`];
  });
  return { rule, problems };
}
