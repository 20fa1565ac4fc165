#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const oldestNode = 24;

if (Number(process.versions.node.split('.')[0]) >= oldestNode) {
  keepCompiled();
  const { runCommandLine } = await import('../station/cli/main.ts');
  process.exitCode = await runCommandLine(process.argv.slice(2));
} else {
  runUnderOwnNode();
}

/** The next start, and the workers that read pages, take their modules compiled. A folder of its own: what lies there is run. */
function keepCompiled() {
  process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url));
  // Not imported by its name: a Node that is too old for it must still come to hand over below.
  module.enableCompileCache();
}

/** The system's Node is too old: the one among this package's own dependencies takes over. */
function runUnderOwnNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const node = fileURLToPath(new URL(`../node_modules/node/bin/${name}`, import.meta.url));
  if (!existsSync(node)) {
    process.stderr.write(
      `Tabularium needs Node ${oldestNode} or newer; this is ${process.versions.node}. ` +
        'Run “npm ci” in its folder to get the right one, or install a newer Node.\n',
    );
    process.exitCode = 1;
    return;
  }
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}
