import { useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useTranslation } from 'react-i18next';
import type { PageSummary } from '../../../contract/batch.ts';
import { textIn } from '../../app/i18n.ts';
import { useServices } from '../../app/services.ts';
import { useStation } from '../../app/use-station.ts';
import { useSize } from '../../canvas/use-size.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import styles from './BatchScreen.module.css';
import { Count } from './DocumentsPanel.tsx';

const tileWidthPx = 132;
const rowHeightPx = 196;
const gapPx = 8;

/** Every page of the batch as a small picture. Only the rows in sight exist. */
export function PagesPanel({ batchId }: { readonly batchId: string }) {
  const { t } = useTranslation();
  const { queries } = useStation();
  const pages = useQuery(queries.pages(batchId));
  const list = pages.data ?? [];
  return (
    <Panel className={styles.pages} title={t('batch.pages')} detail={<Count value={list.length} />}>
      {pages.isError ? <TroubleNotice error={pages.error} onRetry={() => void pages.refetch()} /> : null}
      {pages.isSuccess && list.length === 0 ? (
        <Empty title={t('batch.noPagesTitle')} help={t('batch.noPages')} />
      ) : null}
      {list.length === 0 ? null : <PageGrid pages={list} />}
    </Panel>
  );
}

function PageGrid({ pages }: { readonly pages: readonly PageSummary[] }) {
  const [frame, size] = useSize<HTMLDivElement>();
  const lanes = Math.max(1, Math.floor((size.width - gapPx) / (tileWidthPx + gapPx)));
  const rows = useVirtualizer({
    count: Math.ceil(pages.length / lanes),
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeightPx,
    paddingStart: gapPx,
    overscan: 3,
  });
  return (
    <section ref={frame} className={styles.grid} {...scrollable}>
      <div className={styles.gridBody} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map((row) => (
          <ul
            key={row.key}
            className={styles.gridRow}
            style={{ transform: `translateY(${row.start}px)`, gridTemplateColumns: `repeat(${lanes}, minmax(0, 1fr))` }}
          >
            {pages.slice(row.index * lanes, (row.index + 1) * lanes).map((page) => (
              <PageTile key={page.id} page={page} total={pages.length} />
            ))}
          </ul>
        ))}
      </div>
    </section>
  );
}

/** Whatever scrolls must be reachable by keyboard (WCAG 2.1.1). */
const scrollable = { tabIndex: 0 };

const stateIcons: Record<PageSummary['state'], IconName> = { captured: 'wait', read: 'sure', quarantined: 'warning' };

function PageTile({ page, total }: { readonly page: PageSummary; readonly total: number }) {
  const { t, i18n } = useTranslation();
  const { pictures } = useServices();
  const words = [
    page.form === null ? null : t('batch.formPage', { number: page.form.page + 1 }),
    page.form === null ? null : textIn(i18n.language, page.form.title),
    page.blank === true ? t('batch.blank') : null,
  ].filter((word) => word !== null);
  return (
    <li className={styles.tile} aria-setsize={total} aria-posinset={page.ordinal + 1} data-state={page.state}>
      <div className={styles.thumbnail}>
        <img
          alt={t('batch.page', { number: page.ordinal + 1 })}
          src={pictures(page.id, 'thumbnail')}
          loading="lazy"
          draggable={false}
        />
      </div>
      <p className={styles.tileState}>
        <Icon name={stateIcons[page.state]} />
        <strong>{page.ordinal + 1}</strong> {t(`pageState.${page.state}`)}
      </p>
      <p className={styles.tileText} title={`${page.sourceName} · ${words.join(' ')}`}>
        {words.length > 0 ? words.join(' ') : page.sourceName}
      </p>
    </li>
  );
}
