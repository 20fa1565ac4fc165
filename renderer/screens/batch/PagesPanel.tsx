import { useTranslation } from 'react-i18next';
import type { BatchProgress, PageSummary } from '../../../contract/batch.ts';
import type { PilePage } from '../../../contract/pile.ts';
import { textIn } from '../../app/i18n.ts';
import { formatRoute } from '../../app/route.ts';
import { usePilePages } from '../../app/use-pile-pages.ts';
import { Thumbnail } from '../../canvas/Thumbnail.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { TileGrid } from '../../ui/TileGrid.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import styles from './BatchScreen.module.css';
import { Count } from './DocumentsPanel.tsx';

const tile = { widthPx: 132, heightPx: 188 };

export interface PagesPanelProps {
  readonly batchId: string;
  readonly progress: BatchProgress;
}

/** Every page of the batch as a small picture, in the order of its pile. Only those in sight are fetched. */
export function PagesPanel({ batchId, progress }: PagesPanelProps) {
  const { t } = useTranslation();
  const pages = usePilePages({ batchId, tray: false }, revisionOf(progress));
  const count = pages.total ?? 0;
  return (
    <Panel
      className={styles.pages}
      title={t('batch.pages')}
      detail={
        <>
          <Count value={count} />
          <a className={styles.arrange} href={formatRoute({ screen: 'pile', batchId })}>
            {t('scan.arrange')}
          </a>
        </>
      }
    >
      {pages.error === null ? null : <TroubleNotice error={pages.error} onRetry={pages.retry} />}
      {pages.total === 0 ? <Empty title={t('batch.noPagesTitle')} help={t('batch.noPages')} /> : null}
      {count === 0 ? null : (
        <TileGrid count={count} tile={tile} onLook={pages.look}>
          {(index) => <PageTile key={index} page={pages.at(index)} number={index + 1} />}
        </TileGrid>
      )}
    </Panel>
  );
}

/** Changes whenever the pages may have: one came, was read, or went into another document. */
function revisionOf({ pages, pagesRead, pagesQuarantined, documents }: BatchProgress): string {
  return [pages, pagesRead, pagesQuarantined, ...Object.values(documents)].join(' ');
}

const stateIcons: Record<PageSummary['state'], IconName> = { captured: 'wait', read: 'sure', quarantined: 'warning' };

function PageTile({ page, number }: { readonly page: PilePage | undefined; readonly number: number }) {
  const { t, i18n } = useTranslation();
  if (page === undefined) return <div className={styles.tile} />;
  const words = [
    page.form === null ? null : t('batch.formPage', { number: page.form.page + 1 }),
    page.form === null ? null : textIn(i18n.language, page.form.title),
    page.blank === true ? t('batch.blank') : null,
  ].filter((word) => word !== null);
  return (
    <div className={styles.tile} role="img" aria-label={t('batch.page', { number })} data-state={page.state}>
      <Thumbnail pageId={page.id} version={page.rotationDeg} />
      <p className={styles.tileState}>
        <Icon name={stateIcons[page.state]} />
        <strong>{number}</strong> {t(`pageState.${page.state}`)}
      </p>
      <p className={styles.tileText} title={`${page.sourceName} · ${words.join(' ')}`}>
        {words.length > 0 ? words.join(' ') : page.sourceName}
      </p>
    </div>
  );
}
