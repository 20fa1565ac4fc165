import { useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentSummary } from '../../../contract/document.ts';
import { textIn } from '../../app/i18n.ts';
import { formatRoute, type Route } from '../../app/route.ts';
import { useStation } from '../../app/use-station.ts';
import { documentStateLook } from '../../ui/document-state.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Status } from '../../ui/Status.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import styles from './BatchScreen.module.css';

const rowHeightPx = 42;

/** The documents of the batch in order, thousands if need be: only the rows in sight exist. */
export function DocumentsPanel({ batchId }: { readonly batchId: string }) {
  const { t } = useTranslation();
  const { queries } = useStation();
  const documents = useQuery(queries.documents(batchId));
  const list = documents.data ?? [];
  return (
    <Panel className={styles.documents} title={t('batch.documents')} detail={<Count value={list.length} />}>
      {documents.isError ? <TroubleNotice error={documents.error} onRetry={() => void documents.refetch()} /> : null}
      {documents.isSuccess && list.length === 0 ? <Empty title={t('batch.noDocuments')} /> : null}
      {list.length === 0 ? null : <DocumentRows documents={list} />}
    </Panel>
  );
}

export function Count({ value }: { readonly value: number }) {
  return <span className={styles.count}>{value}</span>;
}

function DocumentRows({ documents }: { readonly documents: readonly DocumentSummary[] }) {
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: documents.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeightPx,
    overscan: 12,
    getItemKey: (index) => documents[index]?.id ?? index,
  });
  return (
    <div
      ref={frame}
      className={styles.rows}
      role="table"
      aria-label={t('batch.documents')}
      aria-rowcount={documents.length + 1}
    >
      <div role="rowgroup" className={styles.rowsHead}>
        <div role="row" className={styles.documentRow}>
          <span role="columnheader">{t('batch.document')}</span>
          <span role="columnheader">{t('batch.form')}</span>
          <span role="columnheader" className={styles.end}>
            {t('batch.open')}
          </span>
          <span role="columnheader">{t('batch.state')}</span>
        </div>
      </div>
      <div role="rowgroup" className={styles.rowsBody} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map((row) => {
          const document = documents[row.index];
          return document === undefined ? null : (
            <DocumentRow
              key={row.key}
              document={document}
              rowIndex={row.index + 2}
              measure={rows.measureElement}
              index={row.index}
              topPx={row.start}
            />
          );
        })}
      </div>
    </div>
  );
}

interface DocumentRowProps {
  readonly document: DocumentSummary;
  readonly rowIndex: number;
  readonly index: number;
  readonly topPx: number;
  measure(element: Element | null): void;
}

function DocumentRow({ document, rowIndex, index, topPx, measure }: DocumentRowProps) {
  const { t, i18n } = useTranslation();
  const form = document.form === null ? t('batch.unknownForm') : textIn(i18n.language, document.form.title);
  const number = document.ordinal + 1;
  return (
    <div
      ref={measure}
      data-index={index}
      role="row"
      aria-rowindex={rowIndex}
      className={`${styles.documentRow} ${styles.documentEntry}`}
      style={{ transform: `translateY(${topPx}px)` }}
    >
      <span role="cell" className={styles.documentNumber}>
        {number}
      </span>
      <span role="cell" className={styles.documentForm}>
        <a
          className={styles.documentLink}
          href={formatRoute(routeOf(document))}
          aria-label={t('batch.openDocument', { number, form })}
        >
          {form}
        </a>
        <span className={styles.soft}> {t('batch.pagesCount', { count: document.pages })}</span>
        {document.note === null ? null : <span className={styles.documentNote}>{document.note}</span>}
      </span>
      <span role="cell" className={styles.end}>
        {document.openFields === 0 ? '–' : document.openFields}
      </span>
      <span role="cell">
        <Status {...documentStateLook[document.state]}>{t(`documentState.${document.state}`)}</Status>
      </span>
    </div>
  );
}

/** A document opens where it is worked on: what waits for approval or is past it opens beside its record. */
function routeOf({ id, batchId, state }: DocumentSummary): Route {
  const reviewed = state === 'verified' || state === 'approved' || state === 'delivered';
  return { screen: reviewed ? 'approve' : 'verify', batchId, documentId: id };
}
