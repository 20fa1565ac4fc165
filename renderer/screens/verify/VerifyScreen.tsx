import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatRoute } from '../../app/route.ts';
import { useBatchPath } from '../../app/use-batch-path.ts';
import { useNavigate } from '../../app/use-route.ts';
import { useStation } from '../../app/use-station.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { ScreenHead } from '../../ui/ScreenHead.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import { createEffortMeter } from './effort-meter.ts';
import { createLastValues } from './last-values.ts';
import { useFinishing } from './use-finishing.ts';
import { useHold } from './use-hold.ts';
import { usePreload } from './use-preload.ts';
import { Workbench } from './Workbench.tsx';

export interface VerifyScreenProps {
  readonly batchId: string;
  /** Null to begin with the first document that waits. */
  readonly documentId: string | null;
}

/** Where people spend their day: one document beside its page, one doubtful field after the other. */
export function VerifyScreen({ batchId, documentId }: VerifyScreenProps) {
  const { queries } = useStation();
  const navigate = useNavigate();
  const [lastValues] = useState(createLastValues);
  const [meter] = useState(createEffortMeter);
  const finishing = useFinishing();
  const queue = useQuery(queries.queue(batchId, 'verify'));
  // What was loaded beforehand shows at once and is asked for again: a batch that goes back changes its other documents too.
  const document = useQuery({ ...queries.document(documentId ?? ''), enabled: documentId !== null, staleTime: 0 });
  const offered = queue.data?.some(({ id }) => id === documentId) === true;
  const hold = useHold({ documentId, offered });
  const first = queue.data?.[0]?.id;
  usePreload(document.data ?? null, queue.data ?? []);

  useEffect(() => {
    if (documentId === null && first !== undefined)
      navigate({ screen: 'verify', batchId, documentId: first }, { replace: true });
  }, [batchId, documentId, first, navigate]);

  if (queue.isError) return <TroubleNotice error={queue.error} onRetry={() => void queue.refetch()} />;
  if (document.isError) return <TroubleNotice error={document.error} onRetry={() => void document.refetch()} />;
  if (documentId === null && queue.data?.length === 0) return <NothingToVerify batchId={batchId} />;
  if (hold.awaited && hold.failure !== null) return <TroubleNotice error={hold.failure} onRetry={hold.askAgain} />;
  if (document.data === undefined || hold.awaited) return <Loading />;
  const kept = { lastValues, meter, finishing };
  return <Workbench document={document.data} queue={queue.data ?? []} kept={kept} hold={hold} />;
}

/** Nothing waits for this person, though something may for others. */
function NothingToVerify({ batchId }: Pick<VerifyScreenProps, 'batchId'>) {
  const { t } = useTranslation();
  const { queries } = useStation();
  const path = useBatchPath(batchId);
  const { read = 0, verifying = 0 } = useQuery(queries.batch(batchId)).data?.progress.documents ?? {};
  const forOthers = read + verifying > 0;
  return (
    <>
      <ScreenHead title={t('screen.verify')} path={path} />
      <Empty
        title={t(forOthers ? 'verify.nothingForYou' : 'verify.nothing')}
        help={t(forOthers ? 'verify.nothingForYouHelp' : 'verify.nothingHelp')}
      >
        <a href={formatRoute({ screen: 'batch', batchId })}>{t('verify.backToBatch')}</a>
      </Empty>
    </>
  );
}
