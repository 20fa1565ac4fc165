import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatRoute } from '../../app/route.ts';
import { useStation } from '../../app/use-station.ts';
import { Loading } from '../../ui/Loading.tsx';
import { ScreenHead } from '../../ui/ScreenHead.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import { ReadingProgress } from '../batches/ReadingProgress.tsx';
import { StageStatus } from '../batches/StageStatus.tsx';
import { AttentionPanel } from './AttentionPanel.tsx';
import { BatchActions } from './BatchActions.tsx';
import styles from './BatchScreen.module.css';
import { DocumentsPanel } from './DocumentsPanel.tsx';
import { PagesPanel } from './PagesPanel.tsx';
import { useBatchWatch } from './use-batch-watch.ts';

/** One pile: how far it is, what needs attention, its documents and its pages. */
export function BatchScreen({ batchId }: { readonly batchId: string }) {
  const { t } = useTranslation();
  const { queries } = useStation();
  const batch = useQuery(queries.batch(batchId));
  const trouble = useBatchWatch(batchId);
  if (batch.isError) return <TroubleNotice error={batch.error} onRetry={() => void batch.refetch()} />;
  if (batch.isPending) return <Loading />;
  const { name, progress } = batch.data;
  return (
    <div className={styles.screen}>
      <ScreenHead
        title={name}
        path={[{ title: t('screen.batches'), address: formatRoute({ screen: 'batches' }) }]}
        detail={<StageStatus {...batch.data} />}
        actions={
          <>
            <div className={styles.progress}>
              <ReadingProgress name={name} progress={progress} />
            </div>
            <BatchActions batch={batch.data} />
          </>
        }
      />
      {trouble === null ? null : <TroubleNotice error={trouble} />}
      <div className={styles.body}>
        <div className={styles.main}>
          <AttentionPanel batchId={batchId} progress={progress} />
          <DocumentsPanel batchId={batchId} />
        </div>
        <PagesPanel batchId={batchId} progress={progress} />
      </div>
    </div>
  );
}
