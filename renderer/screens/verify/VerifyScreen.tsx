import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatRoute } from '../../app/route.ts';
import { useNavigate } from '../../app/use-route.ts';
import { useStation } from '../../app/use-station.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { ScreenHead } from '../../ui/ScreenHead.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import { createEffortMeter } from './effort-meter.ts';
import { createLastValues } from './last-values.ts';
import { useFinishing } from './use-finishing.ts';
import { usePreload } from './use-preload.ts';
import { Workbench } from './Workbench.tsx';

export interface VerifyScreenProps {
  readonly batchId: string;
  /** Null to begin with the first document that waits. */
  readonly documentId: string | null;
}

/** Where people spend their day: one document beside its page, one doubtful field after the other. */
export function VerifyScreen({ batchId, documentId }: VerifyScreenProps) {
  const { t } = useTranslation();
  const { queries } = useStation();
  const navigate = useNavigate();
  const [lastValues] = useState(createLastValues);
  const [meter] = useState(createEffortMeter);
  const finishing = useFinishing();
  const queue = useQuery(queries.queue(batchId, 'verify'));
  const document = useQuery({ ...queries.document(documentId ?? ''), enabled: documentId !== null });
  const first = queue.data?.[0]?.id;
  usePreload(document.data ?? null, queue.data ?? []);

  useEffect(() => {
    if (documentId === null && first !== undefined)
      navigate({ screen: 'verify', batchId, documentId: first }, { replace: true });
  }, [batchId, documentId, first, navigate]);

  if (queue.isError) return <TroubleNotice error={queue.error} onRetry={() => void queue.refetch()} />;
  if (document.isError) return <TroubleNotice error={document.error} onRetry={() => void document.refetch()} />;
  if (documentId === null && queue.data?.length === 0) {
    const batch = formatRoute({ screen: 'batch', batchId });
    return (
      <>
        <ScreenHead title={t('screen.verify')} />
        <Empty title={t('verify.nothing')} help={t('verify.nothingHelp')}>
          <a href={batch}>{t('verify.backToBatch')}</a>
        </Empty>
      </>
    );
  }
  if (document.data === undefined) return <Loading />;
  return <Workbench document={document.data} queue={queue.data ?? []} kept={{ lastValues, meter, finishing }} />;
}
