import type { Oversight } from '../../contract/oversight.ts';
import { chosenThreshold } from '../store/chosen-threshold.ts';
import { decidedSamples, finishings, waitingDocuments } from '../store/oversight.ts';
import type { Store } from '../store/store.ts';
import type { Forms } from '../verify/present-page.ts';
import { daysUntil, sheetsUntil } from './days.ts';
import { weighDoubts } from './doubts.ts';
import { weighEfforts } from './efforts.ts';
import { countByHour, firstHour } from './finished-by-hour.ts';
import { samplesByKind, samplesByWeek } from './samples.ts';
import { addTallies, thresholdCurve } from './threshold-curve.ts';
import { presentWaiting } from './waiting.ts';

/** How the work goes at the instant given, over all batches but those of practice. */
export function oversee(store: Store, forms: Forms, now: Date): Oversight {
  const days = daysUntil(now);
  const sheets = sheetsUntil(store, now);
  const samples = decidedSamples(store, days[0] ?? '');
  const efforts = weighEfforts(
    sheets.flatMap((sheet) => sheet.efforts),
    forms,
  );
  return {
    at: now.toISOString(),
    days: days.length,
    waiting: presentWaiting(waitingDocuments(store), forms),
    finished: countByHour(finishings(store, firstHour(now).toISOString()), now),
    effort: efforts.overall,
    effortByForm: efforts.byForm,
    sampledByKind: samplesByKind(samples, forms),
    sampledByWeek: samplesByWeek(samples, days),
    fields: weighDoubts(
      sheets.flatMap(({ fields }) => fields),
      forms,
    ),
    threshold: chosenThreshold(store),
    thresholds: thresholdCurve(addTallies(sheets.map(({ thresholds }) => thresholds))),
  };
}
