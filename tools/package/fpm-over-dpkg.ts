#!/usr/bin/env node
import { chmodSync, copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type DebianRequest, debianControl, parseFpmArguments } from './fpm-arguments.ts';
import { run } from './run.ts';

/** Answers electron-builder's call of `fpm -s dir -t deb` with Debian's own dpkg-deb. */
function build(request: DebianRequest): void {
  const root = mkdtempSync(join(tmpdir(), 'tabularium-deb-'));
  try {
    for (const { from, to } of request.files) {
      const target = join(root, to);
      mkdirSync(dirname(target), { recursive: true });
      cpSync(from, target, { recursive: true, verbatimSymlinks: true });
      if (!from.endsWith('/')) chmodSync(target, 0o644);
    }
    run('chmod', ['-R', 'u+w,go-w,a+rX', root]);
    const installedKb = Number(run('du', ['-sk', '--apparent-size', root]).split('\t')[0]);
    mkdirSync(join(root, 'DEBIAN'));
    writeFileSync(join(root, 'DEBIAN', 'control'), debianControl(request, installedKb));
    for (const [name, source] of Object.entries(request.scripts)) {
      copyFileSync(source, join(root, 'DEBIAN', name));
      chmodSync(join(root, 'DEBIAN', name), 0o755);
    }
    mkdirSync(dirname(request.output), { recursive: true });
    run('dpkg-deb', ['--root-owner-group', '-Zxz', '--build', root, request.output]);
  } finally {
    rmSync(root, { recursive: true });
  }
}

build(parseFpmArguments(process.argv.slice(2)));
