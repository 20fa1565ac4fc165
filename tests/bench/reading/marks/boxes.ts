import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Box, boxSchema, mapBox } from '../../../../ocr/model/geometry.ts';
import type { TickBox } from '../../../../ocr/model/reading.ts';
import { decodePage } from '../../../../ocr/prepare/decode.ts';
import { preparePage } from '../../../../ocr/prepare/prepare.ts';
import { readBoxes } from '../../../../ocr/read/marks/read-boxes.ts';
import { measured, skipped } from '../../measure.ts';
import type { BoxOutcome, BoxSet } from './outcome.ts';

const truthSchema = z.object({
  reviewed: z.boolean(),
  boxes: z.array(z.object({ bbox: boxSchema, is_checked: z.boolean() })),
});
const leastOverlap = 0.4;
const on = 'checkbox-forms';

/** Forms without a layout: their boxes are found by shape. Truths that nobody reviewed are passed over. */
export async function benchBoxes(folder: string): Promise<BoxSet> {
  if (!existsSync(folder)) {
    const missing = skipped('marks right', on, 'share', 'name a folder that holds checkbox-forms with --data');
    return { on, outcomes: [], further: [missing] };
  }
  const outcomes: BoxOutcome[] = [];
  let [missed, extra] = [0, 0];
  for (const name of readdirSync(join(folder, 'samples'))) {
    const file = join(folder, 'eval', 'annotations', name.replace(/\.\w+$/, '.json'));
    const truth = truthSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    if (!truth.reviewed) continue;
    const page = preparePage(await decodePage(join(folder, 'samples', name), name, 0));
    const found = readBoxes(page).map((tick) => ({ ...tick, box: mapBox(page.toCaptured, tick.box) }));
    const matches = truth.boxes.map(({ bbox, is_checked }) => ({ truth: is_checked, found: matching(found, bbox) }));
    missed += matches.filter((match) => match.found === undefined).length;
    extra += found.filter(({ box }) => !truth.boxes.some(({ bbox }) => overlapShare(box, bbox) >= leastOverlap)).length;
    for (const match of matches) outcomes.push(...outcomeOf(match.truth, match.found));
  }
  const count = outcomes.length + missed;
  const further = [
    measured({ measure: 'boxes found by shape', on, value: 1 - missed / count, unit: 'share', count }),
    measured({ measure: 'other shapes taken for boxes', on, value: extra, unit: 'boxes', count }),
  ];
  return { on, outcomes, further };
}

function outcomeOf(truth: boolean, found: TickBox | undefined): BoxOutcome[] {
  if (found === undefined) return [];
  return [{ truth, marked: found.state === 'marked', flagged: found.state === 'unclear' }];
}

function matching(found: readonly TickBox[], truth: Box): TickBox | undefined {
  return found.find(({ box }) => overlapShare(box, truth) >= leastOverlap);
}

/** Intersection over union. */
function overlapShare(one: Box, other: Box): number {
  const width = Math.min(one[2], other[2]) - Math.max(one[0], other[0]);
  const height = Math.min(one[3], other[3]) - Math.max(one[1], other[1]);
  if (width <= 0 || height <= 0) return 0;
  const area = ([x0, y0, x1, y1]: Box) => (x1 - x0) * (y1 - y0);
  return (width * height) / (area(one) + area(other) - width * height);
}
