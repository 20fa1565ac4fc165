import { expect, it } from 'vitest';
import { isGood, tryCapture } from '../../faults/capture/suite.ts';

const trials = 20;
const seed = Number(process.env.TABULARIUM_TEST_SEED ?? 1);

it(`no acknowledged page is lost or doubled in ${trials} random faults (seed ${seed})`, {
  timeout: 900_000,
}, async () => {
  const tried = await tryCapture({ trials, seed });
  expect(tried).toHaveLength(trials);
  expect(tried.filter((one) => !isGood(one))).toEqual([]);
});
