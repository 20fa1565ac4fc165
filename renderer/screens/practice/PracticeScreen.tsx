import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PracticeScore } from '../../../contract/practice.ts';
import { formatRoute } from '../../app/route.ts';
import { useBatchPath } from '../../app/use-batch-path.ts';
import { useStation } from '../../app/use-station.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { ScreenHead } from '../../ui/ScreenHead.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import { MistakeItem } from './MistakeItem.tsx';
import styles from './practice.module.css';
import { ScoreFigures } from './ScoreFigures.tsx';
import { usePracticePile } from './use-practice-pile.ts';

/** How practice went: what was right, what was not and where it stands on the paper. */
export function PracticeScreen({ batchId }: { readonly batchId: string }) {
  const { t } = useTranslation();
  const { queries } = useStation();
  const path = useBatchPath(batchId);
  const score = useQuery(queries.practiceScore(batchId));
  const { again } = usePracticePile();
  return (
    <>
      <ScreenHead
        title={t('practice.title')}
        path={path}
        actions={
          <Button loading={again.isPending} onClick={() => again.mutate(batchId)}>
            {t('practice.again')}
          </Button>
        }
      />
      <div className={styles.body}>
        {score.isPending ? <Loading /> : null}
        {score.isError ? <TroubleNotice error={score.error} onRetry={() => void score.refetch()} /> : null}
        {again.isError ? <TroubleNotice error={again.error} onRetry={() => again.mutate(batchId)} /> : null}
        {score.data === undefined ? null : <Score batchId={batchId} score={score.data} />}
      </div>
    </>
  );
}

function Score({ batchId, score }: { readonly batchId: string; readonly score: PracticeScore }) {
  const { t } = useTranslation();
  const left = score.documents - score.documentsFinished;
  return (
    <>
      {left === 0 ? null : (
        <Notice tone="muted">
          <span>{t('practice.unfinished', { count: left })}</span>
          <a href={formatRoute({ screen: 'verify', batchId, documentId: null })}>{t('practice.goOn')}</a>
        </Notice>
      )}
      <ScoreFigures score={score} />
      {score.wrongUnasked === 0 ? null : (
        <Notice tone="muted">{t('practice.unasked', { count: score.wrongUnasked })}</Notice>
      )}
      {score.mistakes.length > 0 ? (
        <Panel title={t('practice.mistakes')}>
          <ul className={styles.mistakes}>
            {score.mistakes.map((mistake) => (
              <MistakeItem key={`${mistake.documentId} ${mistake.pointer}`} mistake={mistake} />
            ))}
          </ul>
        </Panel>
      ) : null}
      {score.mistakes.length === 0 && score.asked > 0 ? (
        <Empty title={t('practice.noMistakes')} help={t('practice.noMistakesHelp')} />
      ) : null}
    </>
  );
}
