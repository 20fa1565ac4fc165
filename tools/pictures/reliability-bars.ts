import { z } from 'zod';

/** One bar of a reliability diagram: how sure fields were in the mean, and the share of them that is right, both 0 to 1. */
export interface Bar {
  readonly confidence: number;
  readonly accuracy: number;
  readonly count: number;
}

const measureName = /^right where confidence is ([\d.]+)$/;
const measuresSchema = z.array(z.object({ measure: z.string(), value: z.number().nullable(), count: z.number() }));

/** The bars among what the bench measured. Throws where there are none. */
export function barsOf(json: string): Bar[] {
  const bars = measuresSchema.parse(JSON.parse(json)).flatMap(({ measure, value, count }) => {
    const confidence = Number(measureName.exec(measure)?.[1] ?? Number.NaN);
    return Number.isNaN(confidence) || value === null ? [] : [{ confidence, accuracy: value, count }];
  });
  if (bars.length === 0) throw new RangeError('the bench tells of no confidence: run it with --only accuracy');
  return bars;
}
