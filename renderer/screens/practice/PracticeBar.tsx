import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { BatchProgress } from '../../../contract/batch.ts';
import { formatRoute, type Route } from '../../app/route.ts';
import { useStation } from '../../app/use-station.ts';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import styles from './practice.module.css';
import { useEffort } from './use-effort.ts';
import { usePracticePile } from './use-practice-pile.ts';

/** Over every screen of a practice pile: says that it is practice, and leads to the score. Nothing on other piles. */
export function PracticeBar({ route }: { readonly route: Extract<Route, { batchId: string }> }) {
  const { queries } = useStation();
  const batch = useQuery(queries.batch(route.batchId));
  if (batch.data?.practice !== true) return null;
  return <Bar route={route} progress={batch.data.progress} />;
}

interface BarProps {
  readonly route: Extract<Route, { batchId: string }>;
  readonly progress: BatchProgress;
}

function Bar({ route, progress }: BarProps) {
  const { t } = useTranslation();
  const { batchId, screen } = route;
  const { discard } = usePracticePile();
  useEffort(batchId, screen === 'verify' ? route.documentId : null);
  const finished = isFinished(progress);
  const atBatch = screen === 'batch';
  return (
    <aside className={styles.bar} aria-label={t('practice.mark')}>
      <strong className={styles.mark}>{t('practice.mark')}</strong>
      <span className={styles.barText}>
        {t('practice.barHelp')} {atBatch && finished ? t('practice.barDone') : null}
        {atBatch && !finished && !progress.running ? t('practice.barNext') : null}
      </span>
      {discard.isError ? <TroubleNotice error={discard.error} onRetry={() => discard.mutate(batchId)} /> : null}
      {screen === 'practice' ? null : (
        <Button
          component="a"
          size="compact-sm"
          variant={finished ? 'filled' : 'default'}
          autoFocus={atBatch && finished}
          href={formatRoute({ screen: 'practice', batchId })}
        >
          {t('practice.seeScore')}
        </Button>
      )}
      <Button size="compact-sm" variant="default" loading={discard.isPending} onClick={() => discard.mutate(batchId)}>
        {t('practice.discard')}
      </Button>
    </aside>
  );
}

function isFinished({ running, documents }: BatchProgress): boolean {
  return !running && (documents.verified ?? 0) > 0 && (documents.read ?? 0) + (documents.verifying ?? 0) === 0;
}
