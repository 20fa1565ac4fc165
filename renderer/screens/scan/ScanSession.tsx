import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScanView } from '../../../contract/capture.ts';
import { formatRoute } from '../../app/route.ts';
import { useStation } from '../../app/use-station.ts';
import { Loading } from '../../ui/Loading.tsx';
import { ScreenHead } from '../../ui/ScreenHead.tsx';
import { Status } from '../../ui/Status.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import { useScreenKey } from '../../ui/use-key.ts';
import { ArrivingPages } from './ArrivingPages.tsx';
import { CountDialog } from './CountDialog.tsx';
import { FindingsPanel } from './FindingsPanel.tsx';
import { FinishDialog } from './FinishDialog.tsx';
import { correctCountKey } from './keys.ts';
import { ScanControls } from './ScanControls.tsx';
import { SheetCounter } from './SheetCounter.tsx';
import { StopNotice } from './StopNotice.tsx';
import styles from './scan.module.css';
import { scanStateLook } from './state-look.ts';
import { useScanSession } from './use-scan-session.ts';

/** A pile on its way through the scanner: how far it is, what stands in the way, the pages as they arrive. */
export function ScanSession({ batchId }: { readonly batchId: string }) {
  const { t } = useTranslation();
  const { queries } = useStation();
  const batch = useQuery(queries.batch(batchId));
  const session = useScanSession(batchId);
  const { view } = session;
  const [isCounting, setCounting] = useState(false);
  const canCount = view !== null && view.state !== 'finished' && !session.confirming;
  useScreenKey(correctCountKey, () => setCounting(true), canCount);
  const enterCount = (expectedSheets: number | null): void => {
    setCounting(false);
    session.expect(expectedSheets);
  };
  if (view === null) return session.trouble === null ? <Loading /> : <TroubleNotice error={session.trouble} />;
  return (
    <div className={styles.screen}>
      <ScreenHead
        title={batch.data?.name ?? t('scan.title')}
        path={[{ title: t('screen.batches'), address: formatRoute({ screen: 'batches' }) }]}
        detail={<Status {...scanStateLook(view)}>{t(`scanState.${view.state}`)}</Status>}
      />
      {session.trouble === null ? null : <TroubleNotice error={session.trouble} />}
      <div className={styles.session}>
        <section className={styles.side} aria-label={t('scan.progress')}>
          <SheetCounter view={view} onCorrect={() => setCounting(true)} />
          <StopNotice view={view} />
          {session.actionTrouble === null ? null : <TroubleNotice error={session.actionTrouble} />}
          <ScanControls session={session} view={view} active={!isCounting} />
          <FindingsPanel view={view} />
        </section>
        <ArrivingPages batchId={batchId} revision={revisionOf(view)} />
      </div>
      {isCounting ? (
        <CountDialog expectedSheets={view.expectedSheets} onEnter={enterCount} onClose={() => setCounting(false)} />
      ) : null}
      {session.confirming ? (
        <FinishDialog view={view} onFinish={session.finishAnyway} onClose={session.cancelFinish} />
      ) : null}
    </div>
  );
}

/** Changes whenever the pages in sight may have: one came, or the first look at one is done. */
function revisionOf({ state, pages, quality }: ScanView): string {
  return [state, pages, quality.assessed, quality.flagged].join(' ');
}
