import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CapturedPage } from '../../../ocr/model/page.ts';
import type { CaptureDemands, QualityCode } from '../../../ocr/model/quality.ts';
import { decodePage } from '../../../ocr/prepare/decode.ts';
import { assessPicture } from '../../../ocr/prepare/quality/assess.ts';
import { confirmStreaks, pagesOfStreak } from '../../../ocr/prepare/quality/streaks.ts';
import { damages, withStreak } from '../../fixtures/prepare/damaged-picture.ts';
import { type Measure, measured, skipped } from '../measure.ts';
import type { CapturePart } from './part.ts';

/** Pages that people made and scanned, and blank forms as their offices print them. */
const sets = [
  { name: 'checkbox-survey', folder: 'checkbox-survey/images', damaged: 4 },
  { name: 'italian-blank-forms', folder: 'italian-blank-forms/pdfs', damaged: 4 },
  { name: 'funsd', folder: 'funsd/images', damaged: 8 },
  { name: 'fara-amendments', folder: 'fara-amendments/pdfs', damaged: 0 },
] as const;

/** What every profile demands at least; what a resolution has to be is no matter of the picture. */
const demands: CaptureDemands = {
  ...{ leastDpi: null, grey: false, lossless: false },
  ...{ mostSkewDeg: 3, mostClippedShare: null },
};
const streakContrasts = [12, 25] as const;

/** How often the first look warns of good pages, and how often it finds what was done to them. */
export const qualityPart: CapturePart = {
  name: 'quality',
  async run({ data }) {
    if (data === null)
      return [skipped('good pages with a warning', 'evaluation data', 'share', 'there is no such data')];
    const measures: Measure[] = [];
    for (const set of sets) {
      const folder = join(data, set.folder);
      if (!existsSync(folder)) continue;
      const paths = readdirSync(folder)
        .filter((name) => /\.(?:png|jpg|pdf)$/.test(name))
        .toSorted()
        .map((name) => join(folder, name));
      measures.push(
        ...(await measureGood(set.name, paths)),
        ...(await measureDamaged(set.name, paths.slice(0, set.damaged))),
      );
    }
    return measures;
  },
};

function codesOf(page: CapturedPage): QualityCode[] {
  const { findings } = assessPicture(page, { demands, order: null, lossless: true });
  return findings.map(({ code }) => code);
}

async function measureGood(on: string, paths: readonly string[]): Promise<Measure[]> {
  const counts = new Map<QualityCode, number>();
  let warned = 0;
  let cpuMs = 0;
  for (const path of paths) {
    const page = await decodePage(path, path, 0);
    const before = process.cpuUsage();
    const codes = codesOf(page);
    const { user, system } = process.cpuUsage(before);
    cpuMs += (user + system) / 1000;
    if (codes.some((code) => code !== 'nearly-blank')) warned += 1;
    for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const count = paths.length;
  return [
    measured({
      measure: 'good pages with a warning',
      on,
      value: warned / count,
      unit: 'share',
      count,
      aim: { atMost: 0.02 },
    }),
    ...[...counts].map(([code, hits]) =>
      measured({ measure: `good pages: ${code}`, on, value: hits / count, unit: 'share', count }),
    ),
    measured({ measure: 'first look, CPU without decoding', on, value: cpuMs / count, unit: 'ms/page', count }),
  ];
}

async function measureDamaged(on: string, paths: readonly string[]): Promise<Measure[]> {
  const count = paths.length;
  if (count === 0) return [];
  const found = new Map<string, number>();
  const add = (name: string, isFound: boolean) => found.set(name, (found.get(name) ?? 0) + (isFound ? 1 : 0));
  for (const path of paths) {
    const page = await decodePage(path, path, 0);
    for (const { name, code, apply } of damages) add(name, codesOf(apply(page)).includes(code));
    for (const contrast of streakContrasts) add(`streak, ${contrast} levels`, findsStreak(page, contrast));
  }
  return [...found].map(([name, hits]) =>
    measured({ measure: `found: ${name}`, on, value: hits / count, unit: 'share', count }),
  );
}

/** The same dirt on as many pages as it takes. */
function findsStreak(page: CapturedPage, contrast: number): boolean {
  const quality = assessPicture(withStreak(page, 0.37, contrast), { demands, order: null, lossless: true });
  const pages = Array.from({ length: pagesOfStreak }, () => ({ quality }));
  return confirmStreaks(pages).some((one) => one.quality.findings.some(({ code }) => code === 'streaks'));
}
