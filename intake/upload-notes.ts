import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Upload } from '@tus/server';
import { readIfPresent, writeDurably } from './files.ts';

/**
 * Where the tus server keeps what it knows of each upload: one file beside the bytes, written whole or not at all. The
 * library's own store writes in place, and a crash there would leave an upload that can neither go on nor be dropped.
 */
export interface UploadNotes {
  get(id: string): Promise<Upload | undefined>;
  set(id: string, upload: Upload): Promise<void>;
  delete(id: string): Promise<void>;
  list(): Promise<string[]>;
}

const suffix = '.upload.json';

export function createUploadNotes(folder: string): UploadNotes {
  const pathOf = (id: string) => join(folder, `${id}${suffix}`);
  return {
    async get(id) {
      const text = await readIfPresent(pathOf(id));
      return text === null ? undefined : new Upload(JSON.parse(text));
    },
    set: (id, upload) => writeDurably(pathOf(id), JSON.stringify(upload)),
    delete: (id) => rm(pathOf(id), { force: true }),
    async list() {
      const names = await readdir(folder);
      return names.filter((name) => name.endsWith(suffix)).map((name) => name.slice(0, -suffix.length));
    },
  };
}
