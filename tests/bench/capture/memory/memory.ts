import { join } from 'node:path';
import { buildIfStale } from '../../../../tools/shell/build.ts';
import { growthPerThousand, type Look, valueAt } from '../../growth.ts';
import { type Measure, measured, skipped } from '../../measure.ts';
import type { CapturePart } from '../part.ts';
import type { Resident } from './resident.ts';
import { smallPage } from './small-page.ts';
import { watchPile } from './watch-pile.ts';

const earlyPages = 1000;
/** What is kept for each page, on the screen and beside it, is a few kilobytes; a picture of it would be more. */
const mostMbPerThousand = 10;
const watched: readonly (keyof Resident)[] = ['station', 'workers', 'window'];
/** Where Chromium begins to drop decoded pictures by itself: the limit of its discardable memory. */
const mostPicturesMb = 512 * 1.048_576;
/** About what is on screen. */
const mostPicturesWhenShortMb = 64;

/**
 * Growth of memory while a pile comes through a scanner and is read, in the built application with the pile on screen.
 * The pages are small: what could grow is counted by the page, and so many large ones would be read for hours.
 */
export const memoryPart: CapturePart = {
  name: 'memory',
  async run({ memoryPages, scratch }) {
    const what = `${smallPage.widthPx} x ${smallPage.heightPx} pixels, read`;
    if (process.platform !== 'linux') return [skipped('memory', what, 'MB', 'it is read from /proc')];
    buildIfStale();
    const folder = join(scratch, 'memory');
    const { looks, whenShort, quarantined } = await watchPile(folder, join(folder, 'workstation'), memoryPages);
    const count = memoryPages;
    return [
      ...watched.flatMap((name) => {
        const own = looks.map(({ pages, resident }) => ({ pages, value: resident[name] }));
        return measuresOf(own, `${name}, pages of ${what}`, memoryPages);
      }),
      ...picturesMeasures(
        looks.map(({ resident }) => resident.pictures),
        whenShort.pictures,
        count,
      ),
      measured({
        ...{ measure: 'pages given up', on: what, unit: 'pages', count },
        value: quarantined,
        aim: { atMost: 0 },
      }),
    ];
  },
};

/** The browser keeps pictures that it has shown as long as there is room: their memory grows to a limit and is given back. */
function picturesMeasures(heldMb: readonly number[], whenShortMb: number, count: number): Measure[] {
  const figure = { on: 'decoded pictures that the browser keeps', unit: 'MB', count };
  return [
    measured({ ...figure, measure: 'memory, highest', value: Math.max(...heldMb), aim: { atMost: mostPicturesMb } }),
    measured({
      ...{ ...figure, measure: 'memory when it is told that memory is short', value: whenShortMb },
      aim: { atMost: mostPicturesWhenShortMb },
    }),
  ];
}

function measuresOf(looks: readonly Look[], on: string, count: number): Measure[] {
  const figure = { on, count };
  const points = count > earlyPages ? [earlyPages, count] : [count];
  return [
    ...points.map((pages) =>
      measured({ ...figure, measure: `memory after ${pages} pages`, value: valueAt(looks, pages), unit: 'MB' }),
    ),
    measured({
      ...{ ...figure, measure: 'growth over the last four fifths', value: growthPerThousand(looks, count) },
      ...{ unit: 'MB per 1000 pages', aim: { atMost: mostMbPerThousand } },
    }),
  ];
}
