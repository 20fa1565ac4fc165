import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SeparatorFinding } from '../../../../ocr/model/separator.ts';

/** What the scripted worker does with a page. */
export type Behaviour =
  | 'read'
  | 'blank'
  | 'crash'
  | 'hang'
  | 'damaged'
  | 'crash-once'
  | 'damaged-once'
  | { readonly form: string; readonly page: number }
  /** A separator, by the text of its codes or its patch code. */
  | { readonly separator: SeparatorFinding }
  /** A page of no layout, with labels and their values. */
  | { readonly pairs: Readonly<Record<string, string>> };

/** A file that only the scripted worker understands: the signature of a PNG, then what is to happen to each page. */
export interface ScriptedSource {
  readonly pages: readonly Behaviour[];
  /** Makes files differ that say the same. */
  readonly salt?: string;
  /** Given: opening the file fails with this. */
  readonly refuse?: 'damaged-file' | 'encrypted-file';
  readonly delayMs?: number;
}

const pngMark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export function encodeScripted(source: ScriptedSource): Buffer {
  return Buffer.concat([pngMark, Buffer.from(JSON.stringify(source))]);
}

export function decodeScripted(bytes: Buffer): ScriptedSource {
  return JSON.parse(bytes.subarray(pngMark.length).toString('utf8'));
}

/** Writes files by name below a folder: scripted sources, or bytes as they are. */
export async function writeSources(
  folder: string,
  files: Readonly<Record<string, ScriptedSource | string | Buffer>>,
): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    const isRaw = typeof content === 'string' || Buffer.isBuffer(content);
    await writeFile(path, isRaw ? content : encodeScripted(content));
  }
}
