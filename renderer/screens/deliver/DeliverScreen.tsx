import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBatchPath } from '../../app/use-batch-path.ts';
import { useMay, useStation } from '../../app/use-station.ts';
import { Loading } from '../../ui/Loading.tsx';
import { ScreenHead } from '../../ui/ScreenHead.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import { StageStatus } from '../batches/StageStatus.tsx';
import { DeliveryTable } from './DeliveryTable.tsx';
import { DestinationPanel } from './DestinationPanel.tsx';
import styles from './deliver.module.css';
import { useDeliveryWatch } from './use-delivery-watch.ts';

/** Sends the approved documents of a batch to where they belong, and shows the receipts. */
export function DeliverScreen({ batchId }: { readonly batchId: string }) {
  const { t } = useTranslation();
  const path = useBatchPath(batchId);
  const { station, queries } = useStation();
  const queryClient = useQueryClient();
  const may = useMay();
  const batch = useQuery(queries.batch(batchId));
  const profiles = useQuery(queries.profiles());
  const destinations = useQuery(queries.destinations());
  const { deliveries, trouble } = useDeliveryWatch(batchId);
  const [picked, setPicked] = useState<string | null>(null);
  const ofProfile = profiles.data?.find(({ id }) => id === batch.data?.profileId)?.destinationId ?? null;
  const known = destinations.data ?? [];
  const chosen = [picked, ofProfile].find((id) => known.some((one) => one.id === id)) ?? known[0]?.id ?? null;
  const start = useMutation({
    mutationFn: (destinationId: string) => station.deliveries.start({ batchId, destinationId }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queries.batch(batchId).queryKey }),
  });
  if (batch.isError) return <TroubleNotice error={batch.error} onRetry={() => void batch.refetch()} />;
  if (batch.isPending) return <Loading />;
  const approved = batch.data.progress.documents.approved ?? 0;
  const send = (): void => {
    if (chosen !== null) start.mutate(chosen);
  };
  return (
    <div className={styles.screen}>
      <ScreenHead
        title={t('screen.deliver')}
        path={path}
        detail={<StageStatus {...batch.data} />}
        actions={
          may('deliveries.start') ? (
            <Button disabled={chosen === null || approved === 0} loading={start.isPending} onClick={send}>
              {approved === 0 ? t('deliver.start') : t('deliver.startCount', { count: approved })}
            </Button>
          ) : null
        }
      />
      <div className={styles.body}>
        {destinations.isError ? (
          <TroubleNotice error={destinations.error} onRetry={() => void destinations.refetch()} />
        ) : null}
        {start.isError ? <TroubleNotice error={start.error} onRetry={send} /> : null}
        {trouble === null ? null : <TroubleNotice error={trouble} />}
        <DestinationPanel destinations={known} chosen={chosen} onChoose={setPicked} />
        <DeliveryTable
          batchId={batchId}
          deliveries={deliveries}
          destinations={known}
          onRetry={may('deliveries.start') ? start.mutate : null}
        />
      </div>
    </div>
  );
}
