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
      {documents.isSuccess && list.length === 0 ? (
        <Empty title={t('batch.noDocumentsTitle')} help={t('batch.noDocuments')} />
      ) : null}
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
  const items = rows.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = rows.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <div ref={frame} className={styles.rows}>
      <table aria-rowcount={documents.length + 1}>
        <caption className="visually-hidden">{t('batch.documents')}</caption>
        <thead className={styles.rowsHead}>
          <tr>
            <th scope="col">{t('batch.document')}</th>
            <th scope="col">{t('batch.form')}</th>
            <th scope="col" className={styles.end}>
              {t('batch.open')}
            </th>
            <th scope="col">{t('batch.state')}</th>
          </tr>
        </thead>
        <tbody>
          <Gap heightPx={above} />
          {items.map(({ index, key }) => {
            const document = documents[index];
            return document === undefined ? null : (
              <DocumentRow key={key} document={document} index={index} measure={rows.measureElement} />
            );
          })}
          <Gap heightPx={below} />
        </tbody>
      </table>
    </div>
  );
}

/** Room for the rows that are out of sight. */
function Gap({ heightPx }: { readonly heightPx: number }) {
  return heightPx <= 0 ? null : (
    <tr>
      <td className={styles.gap} colSpan={4} style={{ height: heightPx }} />
    </tr>
  );
}

interface DocumentRowProps {
  readonly document: DocumentSummary;
  readonly index: number;
  measure(element: Element | null): void;
}

function DocumentRow({ document, index, measure }: DocumentRowProps) {
  const { t, i18n } = useTranslation();
  const form = document.form === null ? t('batch.unknownForm') : textIn(i18n.language, document.form.title);
  const note = document.cause === null ? document.note : textIn(i18n.language, document.cause.message);
  const number = document.ordinal + 1;
  return (
    <tr ref={measure} data-index={index} aria-rowindex={index + 2} className={styles.documentEntry}>
      <td className={styles.documentNumber}>{number}</td>
      <td className={styles.documentForm}>
        <a
          className={styles.documentLink}
          href={formatRoute(routeOf(document))}
          aria-label={t('batch.openDocument', { number, form })}
        >
          {form}
        </a>
        <span className={styles.soft}> {t('batch.pagesCount', { count: document.pages })}</span>
        {note === null ? null : <span className={styles.documentNote}>{note}</span>}
      </td>
      <td className={styles.end}>{document.openFields === 0 ? '–' : document.openFields}</td>
      <td>
        <Status {...documentStateLook[document.state]}>{t(`documentState.${document.state}`)}</Status>
      </td>
    </tr>
  );
}

/** A document opens where it is worked on: what waits for approval or is past it opens beside its record. */
function routeOf({ id, batchId, state }: DocumentSummary): Route {
  const reviewed = state === 'verified' || state === 'approved' || state === 'delivered';
  return { screen: reviewed ? 'approve' : 'verify', batchId, documentId: id };
}
