import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { formatRoute } from '../../app/route.ts';
import { useBatchPath } from '../../app/use-batch-path.ts';
import { useNavigate } from '../../app/use-route.ts';
import { useStation } from '../../app/use-station.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { ScreenHead } from '../../ui/ScreenHead.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import { usePreload } from '../verify/use-preload.ts';
import { Review } from './Review.tsx';

export interface ApproveScreenProps {
  readonly batchId: string;
  /** Null to begin with the first document that waits. */
  readonly documentId: string | null;
}

/** The second pair of eyes: a document's whole record beside its pages. */
export function ApproveScreen({ batchId, documentId }: ApproveScreenProps) {
  const { t } = useTranslation();
  const { queries } = useStation();
  const path = useBatchPath(batchId);
  const navigate = useNavigate();
  const queue = useQuery(queries.queue(batchId, 'approve'));
  const document = useQuery({ ...queries.document(documentId ?? ''), enabled: documentId !== null });
  const first = queue.data?.[0]?.id;
  usePreload(document.data ?? null, queue.data ?? []);

  useEffect(() => {
    if (documentId === null && first !== undefined)
      navigate({ screen: 'approve', batchId, documentId: first }, { replace: true });
  }, [batchId, documentId, first, navigate]);

  if (document.isError) return <TroubleNotice error={document.error} onRetry={() => void document.refetch()} />;
  if (documentId === null && !queue.isPending) {
    return (
      <>
        <ScreenHead title={t('screen.approve')} path={path} />
        {queue.isError ? <TroubleNotice error={queue.error} onRetry={() => void queue.refetch()} /> : null}
        {queue.data?.length === 0 ? (
          <Empty title={t('approve.nothing')} help={t('approve.nothingHelp')}>
            <a href={formatRoute({ screen: 'batch', batchId })}>{t('verify.backToBatch')}</a>
          </Empty>
        ) : null}
      </>
    );
  }
  if (document.data === undefined) return <Loading />;
  return <Review key={document.data.id} document={document.data} queue={queue.data ?? []} />;
}
