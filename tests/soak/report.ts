import { growthPerThousand } from '../bench/growth.ts';
import { type Measure, measured } from '../bench/measure.ts';
import type { Round } from './round.ts';
import type { ProcessLook, Soaked } from './work-on.ts';

/** As the bench of capture has it: a few kilobytes a page are kept, a picture of it would be more. */
const mostMbPerThousand = 10;
/** Sockets to the intake come and go. */
const mostHandlesPerThousand = 10;
/** Share of the first rounds' pace that the last ones must still have. */
const leastPace = 0.8;
const mostWrongShare = 0.001;

/** What was lost, left behind or sent wrong, and whether memory, handles and pace stayed as they were. */
export function toMeasures({ rounds, looks, auditFaults }: Soaked): Measure[] {
  const sum = (of: (round: Round) => number) => rounds.reduce((total, round) => total + of(round), 0);
  const pages = sum((round) => round.pages);
  const fields = sum((round) => round.fields);
  const none = { aim: { atMost: 0 } };
  const all = { on: `${rounds.length} rounds, from file to receipt` };
  return [
    measured({ ...all, measure: 'pages', value: pages, unit: 'pages', count: rounds.length }),
    measured({
      ...all,
      ...none,
      measure: 'pages not read',
      value: sum(({ unread }) => unread),
      unit: 'pages',
      count: pages,
    }),
    measured({
      ...{ ...all, ...none, measure: 'documents without a receipt', unit: 'documents' },
      ...{ value: sum(({ undelivered }) => undelivered), count: sum(({ documents }) => documents) },
    }),
    measured({
      ...{ ...all, measure: 'fields delivered that are not on the paper', unit: 'share', count: fields },
      ...{ value: sum(({ wrongFields }) => wrongFields) / Math.max(1, fields), aim: { atMost: mostWrongShare } },
    }),
    measured({ ...all, ...none, measure: 'faults of the audit log', value: auditFaults, unit: 'faults', count: 1 }),
    ...stayMeasures(looks, pages),
    measured({
      ...{ ...all, measure: 'pace of the last rounds against the first', unit: 'times', count: rounds.length },
      ...{ value: paceKept(rounds), aim: { atLeast: leastPace } },
    }),
  ];
}

function stayMeasures(looks: readonly ProcessLook[], pages: number): Measure[] {
  const growth = (of: (look: ProcessLook) => number) =>
    growthPerThousand(
      looks.map((look) => ({ pages: look.pages, value: of(look) })),
      pages,
    );
  const figure = { measure: 'growth over the last four fifths', count: looks.length };
  const memory = { ...figure, unit: 'MB per 1000 pages', aim: { atMost: mostMbPerThousand } };
  return [
    measured({ ...memory, on: 'memory of the station', value: growth(({ stationMb }) => stationMb) }),
    measured({ ...memory, on: 'memory of the workers', value: growth(({ workersMb }) => workersMb) }),
    measured({
      ...{ ...figure, on: 'open handles of the station', unit: 'handles per 1000 pages' },
      ...{ value: growth(({ handles }) => handles), aim: { atMost: mostHandlesPerThousand } },
    }),
  ];
}

/** Pages a second of the last third of the rounds, of the first third's. The first round starts the engines and is left out. */
function paceKept(rounds: readonly Round[]): number {
  const warm = rounds.slice(1);
  const third = Math.max(1, Math.floor(warm.length / 3));
  return paceOf(warm.slice(-third)) / paceOf(warm.slice(0, third));
}

function paceOf(rounds: readonly Round[]): number {
  const pages = rounds.reduce((sum, round) => sum + round.pages, 0);
  return pages / rounds.reduce((sum, round) => sum + round.seconds, 0);
}
