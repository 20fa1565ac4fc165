import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { getRawHeader } from '@electron/asar';

/** A file of a packaged application; `path` with slashes, from the application's folder, through the archive. */
export interface TreeFile {
  readonly path: string;
  readonly bytes: number;
  /** What the file's first bytes say it is, where that matters. */
  readonly binary: 'elf' | 'pe' | 'mach-o' | null;
}

export const archivePath = 'resources/app.asar';

/** Lists an unpacked application, the archive's files included. */
export function listApplication(folder: string): TreeFile[] {
  const outside = walk(folder, '');
  const { header } = getRawHeader(join(folder, archivePath));
  return [...outside, ...walkArchive(header, archivePath)];
}

function walk(root: string, at: string): TreeFile[] {
  return readdirSync(join(root, at), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(at, entry.name);
    if (entry.isDirectory()) return walk(root, path);
    const file = join(root, path);
    return [{ path, bytes: statSync(file).size, binary: binaryKind(file) }];
  });
}

interface ArchiveNode {
  readonly files?: Readonly<Record<string, ArchiveNode>>;
  readonly size?: number;
  readonly unpacked?: boolean;
}

/** Files inside the archive; those marked as unpacked lie beside it and are listed there. */
function walkArchive(node: ArchiveNode, at: string): TreeFile[] {
  return Object.entries(node.files ?? {}).flatMap(([name, child]) => {
    const path = posix.join(at, name);
    if (child.files !== undefined) return walkArchive(child, path);
    return child.unpacked === true ? [] : [{ path, bytes: child.size ?? 0, binary: null }];
  });
}

function binaryKind(file: string): TreeFile['binary'] {
  const head = Buffer.alloc(4);
  const handle = openSync(file, 'r');
  readSync(handle, head, 0, 4, 0);
  closeSync(handle);
  if (head.equals(Buffer.from([0x7f, 0x45, 0x4c, 0x46]))) return 'elf';
  if (head.subarray(0, 2).toString('latin1') === 'MZ') return 'pe';
  return [0xfeedface, 0xfeedfacf, 0xcafebabe].includes(head.readUInt32BE()) ? 'mach-o' : null;
}
