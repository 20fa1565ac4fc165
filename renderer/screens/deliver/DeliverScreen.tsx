import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBatchPath } from '../../app/use-batch-path.ts';
import { useStation } from '../../app/use-station.ts';
import { Key } from '../../ui/Keys.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { ScreenHead } from '../../ui/ScreenHead.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import { useScreenKey } from '../../ui/use-key.ts';
import { StageStatus } from '../batches/StageStatus.tsx';
import { DeliveryTable } from './DeliveryTable.tsx';
import { DestinationDialog } from './DestinationDialog.tsx';
import { DestinationPanel } from './DestinationPanel.tsx';
import styles from './deliver.module.css';
import { deliverKey } from './keys.ts';
import { useDeliveryWatch } from './use-delivery-watch.ts';
import { type Sending, useSending } from './use-sending.ts';

/** Sends the approved documents of a batch to where they belong, and shows the receipts. */
export function DeliverScreen({ batchId }: { readonly batchId: string }) {
  const { t } = useTranslation();
  const path = useBatchPath(batchId);
  const { queries } = useStation();
  const batch = useQuery(queries.batch(batchId));
  const profiles = useQuery(queries.profiles());
  const destinations = useQuery(queries.destinations());
  const { deliveries, trouble } = useDeliveryWatch(batchId);
  const sending = useSending(batchId, batch.data, deliveries ?? []);
  const [picked, setPicked] = useState<string | null>(null);
  const [dialog, setDialog] = useState<'add' | 'correct' | null>(null);
  const ofProfile = profiles.data?.find(({ id }) => id === batch.data?.profileId)?.destinationId ?? null;
  const known = destinations.data ?? [];
  const chosen = [picked, ofProfile].find((id) => known.some((one) => one.id === id)) ?? known[0]?.id ?? null;
  const send = (): void => {
    if (chosen !== null) sending.start(chosen);
  };
  const ready = sending.allowed && sending.count > 0 && chosen !== null;
  useScreenKey(deliverKey, send, ready && dialog === null && !sending.isStarting);
  if (batch.isError) return <TroubleNotice error={batch.error} onRetry={() => void batch.refetch()} />;
  if (batch.isPending) return <Loading />;
  return (
    <div className={styles.screen}>
      <ScreenHead
        title={t('screen.deliver')}
        path={path}
        detail={<StageStatus {...batch.data} />}
        actions={<SendButton sending={sending} ready={ready} onSend={send} />}
      />
      <div className={styles.body}>
        {destinations.isError ? (
          <TroubleNotice error={destinations.error} onRetry={() => void destinations.refetch()} />
        ) : null}
        {sending.error === null ? null : <TroubleNotice error={sending.error} onRetry={send} />}
        {trouble === null ? null : <TroubleNotice error={trouble} />}
        <DestinationPanel
          destinations={known}
          chosen={chosen}
          onChoose={setPicked}
          onAdd={() => setDialog('add')}
          onCorrect={() => setDialog('correct')}
        />
        <DeliveryTable
          batchId={batchId}
          deliveries={deliveries}
          destinations={known}
          onRetry={sending.allowed ? sending.start : null}
        />
      </div>
      {dialog === null ? null : (
        <DestinationDialog
          corrected={dialog === 'add' ? null : (known.find(({ id }) => id === chosen) ?? null)}
          taken={known.map(({ id }) => id)}
          onClose={() => setDialog(null)}
          onSaved={({ id }) => setPicked(id)}
        />
      )}
    </div>
  );
}

interface SendButtonProps {
  readonly sending: Sending;
  readonly ready: boolean;
  onSend(): void;
}

function SendButton({ sending, ready, onSend }: SendButtonProps) {
  const { t } = useTranslation();
  if (!sending.allowed) return null;
  return (
    <Button disabled={!ready} loading={sending.isStarting} rightSection={<Key name={deliverKey} />} onClick={onSend}>
      {sending.count === 0 ? t('deliver.start') : t('deliver.startCount', { count: sending.count })}
    </Button>
  );
}
