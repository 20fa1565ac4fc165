import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Step } from '../ui/ScreenHead.tsx';
import { formatRoute } from './route.ts';
import { useStation } from './use-station.ts';

/** The way back from a screen inside a batch: the list, then the batch by its name. */
export function useBatchPath(batchId: string): readonly Step[] {
  const { t } = useTranslation();
  const { queries } = useStation();
  const name = useQuery(queries.batch(batchId)).data?.name ?? t('screen.batch');
  return [
    { title: t('screen.batches'), address: formatRoute({ screen: 'batches' }) },
    { title: name, address: formatRoute({ screen: 'batch', batchId }) },
  ];
}
