import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

/** What a reading depends on: extraction comes after it and may change freely. */
const parts = [
  'ocr/model',
  'ocr/prepare',
  'ocr/identify',
  'ocr/read',
  'ocr/worker',
  'resources/forms',
  'resources/models',
];

/** A name for the present way of reading pages: readings kept under another name are not this program's. */
export function readerVersion(root: string): string {
  const hash = createHash('sha256');
  for (const part of parts) {
    const folder = join(root, part);
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()) {
      const file = join(folder, name);
      const found = statSync(file);
      if (!found.isFile()) continue;
      hash.update(`${part}/${name.split(sep).join('/')}:${found.size}\n`);
      hash.update(readFileSync(file));
    }
  }
  return hash.digest('hex').slice(0, 12);
}
