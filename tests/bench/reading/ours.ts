import { basename } from 'node:path';
import type { PageReading, ReadSettings } from '../../../ocr/model/result.ts';
import { createPagePool, type PagePool } from '../../../ocr/worker/pool.ts';
import { measureTree, type TreeUse } from '../process-tree.ts';

export interface PoolRun {
  /** By path; pages that failed are absent. */
  readonly readings: ReadonlyMap<string, PageReading>;
  readonly failures: readonly string[];
  readonly use: TreeUse;
}

async function readOne(pool: PagePool, path: string, forms: readonly string[], settings: ReadSettings) {
  const request = { kind: 'read' as const, path, name: basename(path), index: 0, forms: [...forms], settings };
  return { path, response: await pool.run(request) };
}

/** Reads files with two workers that are already warm, and measures the whole process tree meanwhile. */
export async function readWithPool(
  paths: readonly string[],
  forms: readonly string[],
  settings: ReadSettings,
): Promise<PoolRun> {
  const pool = createPagePool({ workers: 2 });
  try {
    const [first] = paths;
    if (first !== undefined) await Promise.all([1, 2].map(() => readOne(pool, first, forms, settings)));
    const { result, use } = await measureTree(() =>
      Promise.all(paths.map((path) => readOne(pool, path, forms, settings))),
    );
    const readings = result.flatMap(({ path, response }) =>
      response.kind === 'read' ? [[path, response.reading] as const] : [],
    );
    const failures = result.flatMap(({ path, response }) =>
      response.kind === 'failed' ? [`${path}: ${response.failure.code}`] : [],
    );
    return { readings: new Map(readings), failures, use };
  } finally {
    await pool.close();
  }
}
