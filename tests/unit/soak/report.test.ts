import { expect, test } from 'vitest';
import type { Measure } from '../../bench/measure.ts';
import { toMeasures } from '../../soak/report.ts';
import type { Round } from '../../soak/round.ts';
import type { ProcessLook, Soaked } from '../../soak/work-on.ts';

const round: Round = {
  ...{ pages: 100, unread: 0, documents: 60, undelivered: 0, fields: 1000, wrongFields: 0, seconds: 50 },
};
const look = (number: number): ProcessLook => ({ pages: 100 * number, stationMb: 300, workersMb: 700, handles: 50 });

function soak(change: { readonly rounds?: Partial<Round>; readonly looks?: (number: number) => Partial<ProcessLook> }) {
  const numbers = Array.from({ length: 10 }, (_, index) => index + 1);
  const soaked: Soaked = {
    rounds: numbers.map((number) => (number === 10 ? { ...round, ...change.rounds } : round)),
    looks: numbers.map((number) => ({ ...look(number), ...change.looks?.(number) })),
    auditFaults: 0,
  };
  return toMeasures(soaked);
}

const missed = (measures: readonly Measure[]) =>
  measures.filter(({ met }) => met === false).map(({ on, measure }) => `${measure}: ${on}`);

test('a soak in which nothing was lost and nothing grew meets every aim', () => {
  expect(missed(soak({}))).toEqual([]);
});

test.each<[string, Parameters<typeof soak>[0], string]>([
  ['a page that was not read', { rounds: { unread: 1 } }, 'pages not read'],
  ['a document without a receipt', { rounds: { undelivered: 1 } }, 'documents without a receipt'],
  ['eleven wrong fields of 10,000', { rounds: { wrongFields: 11 } }, 'fields delivered that are not on the paper'],
  ['half the pace', { rounds: { seconds: 300 } }, 'pace of the last rounds against the first'],
  ['a station that grows', { looks: (number) => ({ stationMb: 300 + 2 * number }) }, 'memory of the station'],
  ['workers that grow', { looks: (number) => ({ workersMb: 700 + 2 * number }) }, 'memory of the workers'],
  ['handles that are not closed', { looks: (number) => ({ handles: 50 + 2 * number }) }, 'open handles of the station'],
])('%s is told', (_name, change, told) => {
  const [only, ...rest] = missed(soak(change));
  expect(only).toContain(told);
  expect(rest).toEqual([]);
});
