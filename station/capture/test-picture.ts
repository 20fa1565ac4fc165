import { randomUUID } from 'node:crypto';
import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pageViewSidePx } from '../../contract/shell.ts';
import type { PagePool } from '../../ocr/worker/pool.ts';
import type { StationFolder } from '../store/folder.ts';

/** The pictures of test scans: only the last one is there, and no database knows it. */
export interface TestPictures {
  /** Draws the page of a test scan in place of the one before. Resolves with its id; null where it cannot be drawn. */
  draw(path: string): Promise<string | null>;
  /** Path of the picture, a JPEG, while it is the last one. */
  find(pictureId: string): Promise<string | null>;
}

export function createTestPictures({ derived }: StationFolder, pool: Pick<PagePool, 'run'>): TestPictures {
  const folder = join(derived, 'test-scan');
  let lastId: string | null = null;
  return {
    async draw(path) {
      lastId = null;
      await rm(folder, { recursive: true, force: true });
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const pictureId = randomUUID();
      const request = { kind: 'render', path, name: 'test', index: 0, rotationDeg: 0 } as const;
      const sizes = { maxSidePx: pageViewSidePx.screen, target: pathOf(pictureId) };
      const response = await pool.run({ ...request, ...sizes }, { urgent: true });
      if (response.kind !== 'rendered') return null;
      lastId = pictureId;
      return pictureId;
    },
    async find(pictureId) {
      if (pictureId !== lastId) return null;
      const path = pathOf(pictureId);
      const isThere = await stat(path).then(
        () => true,
        () => false,
      );
      return isThere ? path : null;
    },
  };

  function pathOf(pictureId: string): string {
    return join(folder, `${pictureId}.jpg`);
  }
}
