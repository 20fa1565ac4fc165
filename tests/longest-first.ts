import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that kill stations, wait for engines or read many pages, though they are no longer than others. */
const longest = [
  'station/kill.test.ts',
  'worker/engine-isolation.test.ts',
  'worker/read-beside-zones.test.ts',
  'prepare/hostile-files.test.ts',
  'deliver/kill.test.ts',
  'capture/faults.test.ts',
  // One that is no longer there is told at once.
].map((name) => realpathSync(fileURLToPath(new URL(`integration/${name}`, import.meta.url))));

/** Begins the longest files first, so that none of them runs alone at the end. A fresh checkout knows only their sizes. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => longest.includes(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
