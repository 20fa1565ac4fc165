import type { Check } from './file-set.ts';
import type { TreeFile } from './tree.ts';

/** Prints the size of an application and its largest parts. */
export function printSizes(installer: string, files: readonly TreeFile[]): void {
  const parts = new Map<string, number>();
  for (const { path, bytes } of files) {
    const part = partOf(path);
    parts.set(part, (parts.get(part) ?? 0) + bytes);
  }
  console.log(`\n${installer}: ${files.length} files, ${megabytes(files.reduce((sum, { bytes }) => sum + bytes, 0))}`);
  for (const [part, bytes] of [...parts].sort(([, left], [, right]) => right - left).slice(0, 10)) {
    console.log(`  ${megabytes(bytes).padStart(9)}  ${part}`);
  }
}

function partOf(path: string): string {
  const module = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1];
  return (
    module ??
    path
      .split('/')
      .slice(0, path.startsWith('resources/') ? 2 : 1)
      .join('/')
  );
}

function megabytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1)} MB`;
}

/** Prints each rule with what breaks it; returns how many are broken. */
export function printChecks(checks: readonly Check[]): number {
  console.log('');
  for (const { rule, problems } of checks) {
    console.log(`${problems.length === 0 ? 'ok    ' : 'FAILED'}  ${rule}`);
    for (const problem of problems.slice(0, 20)) console.log(`          ${problem}`);
    if (problems.length > 20) console.log(`          and ${problems.length - 20} more`);
  }
  return checks.filter(({ problems }) => problems.length > 0).length;
}
