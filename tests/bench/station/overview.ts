import { oversee } from '../../../station/oversight/oversee.ts';
import { openStore } from '../../../station/store/store.ts';
import { type Measure, measured, median } from '../measure.ts';
import { seedOffice } from './large-office.ts';

const aimMs = 150;

/** What the supervisor's overview costs the station at an office that has verified so many documents. */
export async function measureOverview(folder: string, documents: number, rounds: number): Promise<Measure[]> {
  await seedOffice(folder, documents);
  const store = await openStore(folder, { clock: () => new Date() });
  try {
    const costsMs = Array.from({ length: rounds }, () => {
      const before = process.cpuUsage();
      oversee(store, new Map(), new Date());
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    });
    const figure = { on: `${documents} verified documents`, unit: 'CPU ms' };
    return [
      measured({ ...figure, measure: 'overview, of days not put down yet', value: costsMs[0] ?? Number.NaN, count: 1 }),
      measured({
        ...{ ...figure, measure: 'overview, median', value: median(costsMs), count: rounds },
        aim: { atMost: aimMs },
      }),
    ];
  } finally {
    store.close();
  }
}
