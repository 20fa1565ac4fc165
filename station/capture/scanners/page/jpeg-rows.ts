import { setImmediate } from 'node:timers/promises';
import type { JpegComponent, JpegHead } from './jpeg-head.ts';
import { createUnitWalk } from './jpeg-walk.ts';

export interface ScanData {
  /** Whole units (MCUs) that the entropy-coded data holds. */
  readonly units: number;
  /** Where the marker after the data stands; the file's length when there is none. */
  readonly end: number;
  /** The data holds a code that its tables do not have, or a restart marker is missing. */
  readonly isCorrupt: boolean;
}

/** Units between two pauses, so that a large page does not keep the station from answering. */
const unitsAtATime = 8192;

/**
 * Walks through the entropy-coded data of a sequential Huffman scan without making a picture, and counts its units: the
 * only way to know how much of a page really is there (ITU-T T.81, annex F.2).
 */
export async function countUnits(
  file: Buffer,
  head: JpegHead,
  components: readonly JpegComponent[],
): Promise<ScanData> {
  const walk = createUnitWalk(file, head.scanOffset, components);
  const interval = head.restartInterval;
  for (let units = 0; ; ) {
    await setImmediate();
    const wanted = interval === 0 ? unitsAtATime : Math.min(unitsAtATime, interval - (units % interval));
    const walked = walk.go(wanted);
    units += walked;
    if (walked < wanted) return { units, end: walk.markerOffset(), isCorrupt: walk.isCorrupt() };
    if (interval !== 0 && units % interval === 0 && !walk.restart())
      return { units, end: walk.markerOffset(), isCorrupt: false };
  }
}
