import { expect, it } from 'vitest';
import type { PageQuality, StreakTrace } from '../../../ocr/model/quality.ts';
import { confirmStreaks } from '../../../ocr/prepare/quality/streaks.ts';

const widthPx = 2480;

function page(name: string, ...traces: readonly StreakTrace[]): { name: string; quality: PageQuality } {
  return { name, quality: { findings: [], traces: [...traces], widthPx, heightPx: 3508 } };
}

function dark(xPx: number): StreakTrace {
  return { xPx, widthPx: 2, contrast: -30 };
}

function namesWithStreaks(pages: ReturnType<typeof confirmStreaks<ReturnType<typeof page>>>): string[] {
  return pages.filter(({ quality }) => quality.findings.some(({ code }) => code === 'streaks')).map(({ name }) => name);
}

it('one page or two with a line in the same place may be a form', () => {
  expect(confirmStreaks([page('2', dark(700)), page('1', dark(700))])).toEqual([page('2', dark(700))]);
});

it('the third page in a row with a line in the same place makes it a streak, on all three', () => {
  const pages = confirmStreaks([page('3', dark(701)), page('2', dark(700)), page('1', dark(702))]);
  expect(namesWithStreaks(pages)).toEqual(['3', '2', '1']);
  expect(pages[0]?.quality.findings).toMatchObject([{ code: 'streaks', value: 1, boxPx: [701, 0, 703, 3508] }]);
});

it('lines that wander with the paper are printed', () => {
  expect(namesWithStreaks(confirmStreaks([page('3', dark(700)), page('2', dark(712)), page('1', dark(695))]))).toEqual(
    [],
  );
});

it('a light line is not a dark one', () => {
  const light = { ...dark(700), contrast: 25 };
  expect(namesWithStreaks(confirmStreaks([page('3', dark(700)), page('2', light), page('1', dark(700))]))).toEqual([]);
});

it('pages that were told before are left as they are', () => {
  const [third, second, first] = confirmStreaks([page('3', dark(700)), page('2', dark(700)), page('1', dark(700))]);
  if (third === undefined || second === undefined || first === undefined) throw new Error('expected three pages');
  expect(confirmStreaks([page('4', dark(700)), third, second, first]).map(({ name }) => name)).toEqual(['4']);
});
