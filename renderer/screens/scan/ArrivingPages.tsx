import { useTranslation } from 'react-i18next';
import type { PilePage } from '../../../contract/pile.ts';
import { usePilePages } from '../../app/use-pile-pages.ts';
import { Thumbnail } from '../../canvas/Thumbnail.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { PageQuality } from '../../ui/PageQuality.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { TileGrid } from '../../ui/TileGrid.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import styles from './scan.module.css';

export interface ArrivingPagesProps {
  readonly batchId: string;
  /** Grows with whatever changes the pages. */
  readonly revision: string;
}

const tile = { widthPx: 150, heightPx: 232 };

/** Pages as they come out of the scanner, the newest in sight until the person looks at others. */
export function ArrivingPages({ batchId, revision }: ArrivingPagesProps) {
  const { t } = useTranslation();
  const pages = usePilePages({ batchId, tray: false }, revision);
  const count = pages.total ?? 0;
  return (
    <Panel title={t('scan.arriving')} className={styles.arriving}>
      {pages.error === null ? null : <TroubleNotice error={pages.error} onRetry={pages.retry} />}
      {count === 0 ? (
        <Empty title={t('batch.noPagesTitle')} help={t('scan.arrivingHelp')} />
      ) : (
        <TileGrid count={count} tile={tile} followEnd onLook={pages.look}>
          {(index) => <Arrived page={pages.at(index)} index={index} />}
        </TileGrid>
      )}
    </Panel>
  );
}

function Arrived({ page, index }: { readonly page: PilePage | undefined; readonly index: number }) {
  const { t } = useTranslation();
  const number = index + 1;
  const place = page?.sheet == null ? t('batch.page', { number }) : t('scan.sheet', { number: page.sheet });
  return (
    <div className={styles.arrived}>
      {page === undefined ? null : <Thumbnail pageId={page.id} version={page.rotationDeg} />}
      <p className={styles.arrivedText}>
        {place}
        {page?.side == null ? null : ` · ${t(`scanSide.${page.side}`)}`}
      </p>
      {page === undefined ? null : <PageQuality quality={page.quality} />}
    </div>
  );
}
