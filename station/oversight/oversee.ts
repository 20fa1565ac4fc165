import type { Oversight } from '../../contract/oversight.ts';
import type { ReadableStore } from '../store/connection.ts';
import {
  acceptedFields,
  decidedSamples,
  effortsByDocument,
  finishings,
  verifiedFields,
  waitingDocuments,
} from '../store/oversight.ts';
import type { Forms } from '../verify/present-page.ts';
import { weighDoubts } from './doubts.ts';
import { weighEfforts } from './efforts.ts';
import { countByHour } from './finished-by-hour.ts';
import { samplesByKind, samplesByWeek, weekMs, weeks } from './samples.ts';
import { thresholdCurve } from './threshold-curve.ts';
import { groupWaiting } from './waiting.ts';

type Readable = Pick<ReadableStore, 'all' | 'first' | 'query'>;

/** How the work goes at the instant given, over all batches but those of practice. */
export function oversee(store: Readable, forms: Forms, now: Date): Oversight {
  const from = new Date(now.getTime() - weeks * weekMs);
  const since = from.toISOString();
  const ended = finishings(store, since);
  const ids = new Set(ended.map(({ documentId }) => documentId));
  const verified = verifiedFields(store, since).filter(({ documentId }) => ids.has(documentId));
  const accepted = acceptedFields(store, since);
  const samples = decidedSamples(store, since);
  const efforts = weighEfforts(effortsByDocument(store, since), forms);
  return {
    at: now.toISOString(),
    days: weeks * 7,
    waiting: groupWaiting(waitingDocuments(store), forms),
    finished: countByHour(ended, now),
    effort: efforts.overall,
    effortByForm: efforts.byForm,
    sampledByKind: samplesByKind(samples, forms),
    sampledByWeek: samplesByWeek(samples, from),
    fields: weighDoubts(verified, forms),
    thresholds: thresholdCurve(
      verified,
      accepted.reduce((sum, one) => sum + one.accepted, 0),
    ),
  };
}
