import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMay, useStation } from '../../app/use-station.ts';
import { formatInstant } from '../../ui/dates.ts';
import { Loading } from '../../ui/Loading.tsx';
import { ScreenHead } from '../../ui/ScreenHead.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import styles from './oversight.module.css';
import { QualityFigures } from './QualityFigures.tsx';
import { SamplingPanel } from './SamplingPanel.tsx';
import { Tiles } from './Tiles.tsx';
import { WaitingFigure } from './WaitingFigure.tsx';
import { WaitingPanel } from './WaitingPanel.tsx';
import { WorkFigures } from './WorkFigures.tsx';

/** How the work goes over all batches, without anybody's name; and what waits, to be put in order. */
export function OversightScreen() {
  const { t, i18n } = useTranslation();
  const { queries } = useStation();
  const may = useMay();
  const oversight = useQuery(queries.oversight());
  if (oversight.isError) return <TroubleNotice error={oversight.error} onRetry={() => void oversight.refetch()} />;
  if (oversight.data === undefined) return <Loading />;
  const { at, days } = oversight.data;
  return (
    <>
      <ScreenHead
        title={t('screen.oversight')}
        detail={<span>{t('oversight.period', { count: days, at: formatInstant(at, i18n.language) })}</span>}
      />
      <div className={styles.body}>
        <Tiles oversight={oversight.data} />
        {may('work.postpone') ? <WaitingPanel /> : null}
        <WaitingFigure waiting={oversight.data.waiting} at={at} />
        <WorkFigures oversight={oversight.data} />
        <QualityFigures oversight={oversight.data} />
        <SamplingPanel />
      </div>
    </>
  );
}
