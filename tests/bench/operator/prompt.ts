import { type Measure, measured, median } from '../measure.ts';
import type { Step } from './timings.ts';

const promptMs = 50;
const promptShare = 0.95;

/**
 * How soon a key shows what it leads to: of all steps, of those within a document and of the change to the next one, and of
 * each way of keying. Without a graphics card a frame is made up to sixty times a second, so that a key that does nothing at
 * all still waits 8 ms for it on average and 16.7 at most; that is part of every figure.
 */
export function measureSteps(steps: readonly Step[]): Measure[] {
  const within = steps.filter(({ ledTo }) => ledTo !== 'next document');
  const groups = [
    { on: 'key to next field', of: steps },
    { on: 'within a document', of: within },
    { on: 'to the next document', of: steps.filter(({ ledTo }) => ledTo === 'next document') },
    { on: 'to the end of a document', of: steps.filter(({ ledTo }) => ledTo === 'end of document') },
  ];
  const ways = [...new Set(within.map(({ keyedAs }) => keyedAs))].toSorted();
  const byWay = ways.map((way) => ({
    on: `within a document, ${way}`,
    of: within.filter(({ keyedAs }) => keyedAs === way),
  }));
  return [...groups, ...byWay].filter(({ of }) => of.length > 0).flatMap(({ on, of }) => measureGroup(on, of));
}

function measureGroup(on: string, steps: readonly Step[]): Measure[] {
  const timings = steps.map(({ shownMs }) => shownMs).toSorted((left, right) => left - right);
  const count = timings.length;
  const late = timings[Math.min(count - 1, Math.floor(promptShare * count))] ?? Number.NaN;
  const prompt = timings.filter((timing) => timing <= promptMs).length / count;
  return [
    measured({ measure: 'half of the keys', on, value: median(timings), unit: 'ms', count }),
    measured({ measure: '95 % of the keys', on, value: late, unit: 'ms', count, aim: { atMost: promptMs } }),
    measured({ measure: 'within 50 ms', on, value: prompt, unit: 'share', count, aim: { atLeast: promptShare } }),
  ];
}
