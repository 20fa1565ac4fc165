import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { buildIfStale } from '../../../../tools/shell/build.ts';
import { launchApp } from '../../../e2e/fixtures/launch-app.ts';
import { createFirstAccount, people } from '../../../e2e/support/people.ts';
import { switchLanguage } from '../../../e2e/support/screens.ts';
import { type Measure, measured, median } from '../../measure.ts';
import type { CapturePart } from '../part.ts';
import { seedLargePile } from './large-pile.ts';
import { measureScrolling } from './scrolling.ts';

const pages = 10_000;
const openedTimes = 5;

/** Opening and scrolling a batch of ten thousand pages in the built application. */
export const screenPart: CapturePart = {
  name: 'screen',
  async run({ scratch }) {
    buildIfStale();
    const folder = join(scratch, 'screen');
    const batchId = await seedLargePile(join(folder, 'workstation'), pages);
    const app = await launchApp({ folder });
    try {
      const { window } = app;
      await window.setViewportSize({ width: 1366, height: 768 });
      await window.locator('header button[lang="it"]').waitFor();
      await switchLanguage(window, 'it');
      await createFirstAccount(window, people.administrator);
      await window.getByRole('heading', { name: 'Lotti' }).waitFor();
      return [
        ...(await measureOpening(window, 'pile', `#/batches/${batchId}/pile`, '[role=option]')),
        ...(await measureOpening(window, 'batch', `#/batches/${batchId}`, '[data-state] strong')),
        ...(await scrollPile(window, `#/batches/${batchId}/pile`)),
      ];
    } finally {
      await app.close();
    }
  },
};

/** From the press of a link to the first tiles, and to the first pictures, several times over. */
async function measureOpening(window: Page, on: string, address: string, tile: string): Promise<Measure[]> {
  const tilesMs: number[] = [];
  const picturesMs: number[] = [];
  for (let turn = 0; turn < openedTimes; turn += 1) {
    await leave(window);
    const times = await window.evaluate(openAndWait, { address, tile });
    tilesMs.push(times.tilesMs);
    picturesMs.push(times.picturesMs);
  }
  const figure = { on: `${on}, ${pages} pages`, unit: 'ms', count: openedTimes };
  return [
    measured({ ...figure, measure: 'open until tiles, median', value: median(tilesMs), aim: { atMost: 1000 } }),
    measured({ ...figure, measure: 'open until pictures, median', value: median(picturesMs) }),
  ];
}

async function leave(window: Page): Promise<void> {
  await window.evaluate(() => {
    document.location.hash = '#/forms';
  });
  await window.getByRole('heading', { name: 'Moduli' }).waitFor();
}

/** Runs in the window. */
async function openAndWait({ address, tile }: { address: string; tile: string }) {
  const startedMs = performance.now();
  const until = async (isThere: () => boolean): Promise<number> => {
    while (!isThere()) await new Promise((resolve) => requestAnimationFrame(resolve));
    return performance.now() - startedMs;
  };
  document.location.hash = address;
  const tilesMs = await until(() => document.querySelectorAll(tile).length > 0);
  const picturesMs = await until(() => {
    const images = [...document.querySelectorAll<HTMLImageElement>('[role=presentation] img')];
    return images.length > 0 && images.every(({ complete, naturalWidth }) => complete && naturalWidth > 0);
  });
  return { tilesMs, picturesMs };
}

async function scrollPile(window: Page, address: string): Promise<Measure[]> {
  await leave(window);
  await window.evaluate(openAndWait, { address, tile: '[role=option]' });
  return await measureScrolling(window, { list: '[role=listbox]', on: `pile, ${pages} pages` });
}
