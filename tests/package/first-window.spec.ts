import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { untilShown } from '../e2e/fixtures/app.ts';
import { launchStandIn } from '../e2e/fixtures/launch-stand-in.ts';

const entry = process.env.TABULARIUM_ENTRY ?? '';
const resources = process.env.TABULARIUM_PACKAGED_RESOURCES ?? '';

test('the packaged application opens its first window and its station answers', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tabularium-packaged-'));
  const app = await launchStandIn({ folder, entry, environment: { STAND_IN_PACKAGED_RESOURCES: resources } });
  try {
    await untilShown(app.window);
    const state = await app.window.evaluate(
      () =>
        new Promise((resolve) => {
          window.tabularium.station.onState(({ kind }) => {
            if (kind === 'ready' || kind === 'stopped') resolve(kind);
          });
        }),
    );
    expect(state).toBe('ready');
  } finally {
    expect(await app.close()).toBe(0);
    await rm(folder, { recursive: true, force: true });
  }
});
