import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { DocumentDetail } from '../../../contract/document.ts';
import { isStroke } from '../../app/strokes.ts';
import { useStation } from '../../app/use-station.ts';
import type { EffortMeter } from './effort-meter.ts';

/**
 * Measures the work on the document in hand. Returns what takes the measure, which gives what reports it once the document
 * is finished; practice is counted elsewhere and never reported here.
 */
export function useEffort(
  { id, batchId }: DocumentDetail,
  meter: EffortMeter,
): () => (finished: DocumentDetail) => void {
  const { station, queries } = useStation();
  const practice = useQuery(queries.batch(batchId)).data?.practice;
  useEffect(() => {
    meter.begin(id, performance.now());
    const hear = (event: KeyboardEvent): void => meter.note(id, performance.now(), isStroke(event));
    const see = (): void => meter.note(id, performance.now(), false);
    window.addEventListener('keydown', hear, { capture: true });
    window.addEventListener('pointerdown', see, { capture: true });
    return () => {
      see();
      window.removeEventListener('keydown', hear, { capture: true });
      window.removeEventListener('pointerdown', see, { capture: true });
    };
  }, [id, meter]);
  return () => {
    const measured = meter.take(id, performance.now());
    return (finished) => {
      if (practice !== false) return;
      const fieldsAsked = finished.fields.filter(({ verification }) => verification !== null).length;
      // A count that does not arrive is missing from the medians, and nothing else: nobody is kept waiting for it.
      station.work.recordEffort({ documentId: id, ...measured, fieldsAsked }).catch(() => {});
    };
  };
}
