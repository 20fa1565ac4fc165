import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PageError } from '../../../ocr/model/failure.ts';
import { decodePage } from '../../../ocr/prepare/decode.ts';
import { configureImageLibrary } from '../../../ocr/prepare/formats/sharp-reader.ts';
import { inspectSource } from '../../../ocr/prepare/inspect.ts';
import { preparePage } from '../../../ocr/prepare/prepare.ts';

/** Valid and exotic files beside files broken on purpose. Not part of the project: skipped where it is absent. */
const folder = new URL('../../../../shared/data/hostile-files', import.meta.url).pathname;
const isThere = existsSync(folder);
const MAX_PAGES = 2000;
const PER_PAGE_MS = 60_000;
/** Two workers, each with an engine beside it, share 1.5 GB. */
const PEAK_BYTES = 700 * 1024 * 1024;

describe.skipIf(!isThere)('hostile files (skipped where ../shared/data is absent)', () => {
  configureImageLibrary();
  const files = isThere
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .sort()
    : [];

  test('are all there', () => {
    expect(files.length).toBeGreaterThan(200);
  });

  test.each(files.map((path) => ({ name: basename(path), path })))(
    '$name is read or refused by name',
    async ({ name, path }) => {
      const pages = await orRefusal(inspectSource(path, name));
      for (const { index, widthPx, heightPx, dpi } of (pages ?? []).slice(0, MAX_PAGES)) {
        const started = performance.now();
        const captured = await orRefusal(decodePage(path, name, index));
        if (captured !== null) {
          expect({ ...captured.image, data: captured.image.data.length }).toEqual({
            widthPx,
            heightPx,
            data: widthPx * heightPx,
          });
          expect(captured.dpi).toBe(dpi);
          const prepared = preparePage(captured);
          expect(prepared.image.data).toHaveLength(prepared.image.widthPx * prepared.image.heightPx);
        }
        expect(performance.now() - started).toBeLessThan(PER_PAGE_MS);
      }
    },
  );

  test('take a bounded amount of memory', () => {
    expect(process.memoryUsage.rss()).toBeLessThan(PEAK_BYTES);
  });
});

/** Awaits a result; a refusal becomes null after its text was looked at. Anything else that is thrown fails the test. */
async function orRefusal<T>(result: Promise<T>): Promise<T | null> {
  try {
    return await result;
  } catch (failure) {
    if (!(failure instanceof PageError)) throw failure;
    expect(failure.message).toMatch(/[a-z]{3}/);
    expect(failure.code).not.toBe('internal');
    return null;
  }
}
