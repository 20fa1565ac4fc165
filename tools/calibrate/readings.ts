import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type PageReading, pageReadingSchema } from '../../ocr/model/result.ts';
import { createPagePool } from '../../ocr/worker/pool.ts';

export interface ReadingOptions {
  /** Folders of form packages. */
  readonly forms: readonly string[];
  /** Readings are kept here by the name of their page, so that an interrupted run goes on where it stopped. */
  readonly kept: string;
  readonly workers: number;
  readonly onPage?: (done: number, of: number) => void;
}

/** Reads pages, each once: what is kept already is taken from there. Pages that cannot be read are left out. */
export async function readPages(paths: readonly string[], options: ReadingOptions): Promise<Map<string, PageReading>> {
  const { forms, kept, workers, onPage } = options;
  mkdirSync(kept, { recursive: true });
  const readings = new Map<string, PageReading>();
  const pool = createPagePool({ workers });
  let done = 0;
  const readOne = async (path: string) => {
    const file = join(kept, `${basename(path)}.json`);
    const reading = existsSync(file) ? loadReading(file) : await readAnew(path, file);
    if (reading !== null) readings.set(path, reading);
    done += 1;
    onPage?.(done, paths.length);
  };
  const readAnew = async (path: string, file: string): Promise<PageReading | null> => {
    const settings = { language: 'ita', mode: 'auto' } as const;
    const page = { path, name: basename(path), index: 0 };
    const response = await pool.run({ kind: 'read', ...page, forms: [...forms], settings });
    if (response.kind !== 'read') return null;
    writeFileSync(`${file}.part`, JSON.stringify(response.reading));
    renameSync(`${file}.part`, file);
    return response.reading;
  };
  try {
    await Promise.all(paths.map(readOne));
  } finally {
    await pool.close();
  }
  return readings;
}

function loadReading(file: string): PageReading {
  return pageReadingSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}
