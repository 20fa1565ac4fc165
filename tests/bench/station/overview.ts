import { fileURLToPath } from 'node:url';
import type { Account } from '../../../contract/account.ts';
import { loadTables } from '../../../ocr/extract/tables/tables.ts';
import { oversee } from '../../../station/oversight/oversee.ts';
import { findResources } from '../../../station/resources.ts';
import { openStore } from '../../../station/store/store.ts';
import { createLeases } from '../../../station/verify/leases.ts';
import { presentQueue, type QueueView } from '../../../station/verify/work-queue.ts';
import { type Measure, measured, median } from '../measure.ts';
import { seedOffice } from './large-office.ts';

const aimMs = 150;
const resources = findResources(fileURLToPath(new URL('../../../resources', import.meta.url)));
const supervisor: Account = {
  ...{ id: '00000000-0000-4000-8000-000000000001', name: 'Responsabile di prova' },
  ...{ role: 'supervisor', seesSpecialCategories: true },
};

/** What the supervisor's screen costs the station at an office that has verified so many documents and approved none. */
export async function measureOverview(folder: string, documents: number, rounds: number): Promise<Measure[]> {
  await seedOffice(folder, documents);
  const clock = () => new Date();
  const knowledge = { forms: new Map(), tables: await loadTables(resources.tables) };
  const store = await openStore(folder, { clock });
  const window = { account: supervisor, locked: false };
  const view: QueueView = { actor: supervisor, window, leases: createLeases(clock), task: 'approve', batchId: null };
  try {
    const overviewMs = costsMs(rounds, () => oversee(store, new Map(), clock()));
    const queueMs = costsMs(rounds, () => presentQueue(store, view, knowledge));
    const figure = { on: `${documents} verified documents`, unit: 'CPU ms' };
    const often = { ...figure, count: rounds, aim: { atMost: aimMs } };
    return [
      measured({ ...figure, measure: 'overview, of days not put down yet', value: overviewMs[0] ?? 0, count: 1 }),
      measured({ ...often, measure: 'overview, median', value: median(overviewMs) }),
      measured({ ...often, measure: 'what waits to be approved, median', value: median(queueMs) }),
    ];
  } finally {
    store.close();
  }
}

/** Processor time of each time that something is done, in milliseconds. */
function costsMs(times: number, work: () => void): number[] {
  return Array.from({ length: times }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
}
