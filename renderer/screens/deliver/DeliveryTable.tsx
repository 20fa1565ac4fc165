import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Delivery, Destination } from '../../../contract/delivery.ts';
import type { DocumentSummary } from '../../../contract/document.ts';
import { textIn } from '../../app/i18n.ts';
import { formatRoute } from '../../app/route.ts';
import { useStation } from '../../app/use-station.ts';
import { formatInstant } from '../../ui/dates.ts';
import { Empty } from '../../ui/Empty.tsx';
import type { IconName } from '../../ui/Icon.tsx';
import type { Tone } from '../../ui/Notice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { Status } from '../../ui/Status.tsx';
import styles from './deliver.module.css';

export interface DeliveryTableProps {
  readonly batchId: string;
  readonly deliveries: readonly Delivery[] | null;
  readonly destinations: readonly Destination[];
  /** Absent for people who may not send. */
  readonly onRetry: ((destinationId: string) => void) | null;
}

/** Each document on its way, as it goes, and the receipt at the end. */
export function DeliveryTable({ batchId, deliveries, destinations, onRetry }: DeliveryTableProps) {
  const { t } = useTranslation();
  const { queries } = useStation();
  const documents = useQuery(queries.documents(batchId)).data ?? [];
  if (deliveries === null || deliveries.length === 0) {
    return (
      <Panel title={t('deliver.deliveries')}>
        <Empty title={t('deliver.nothing')} help={t('deliver.nothingHelp')} />
      </Panel>
    );
  }
  const ordinalOf = ({ documentId }: Delivery): number => documents.find(({ id }) => id === documentId)?.ordinal ?? 0;
  return (
    <Panel title={t('deliver.deliveries')}>
      <div className={styles.tableFrame}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('deliver.document')}</th>
              <th scope="col">{t('deliver.destination')}</th>
              <th scope="col">{t('deliver.state')}</th>
              <th scope="col">{t('deliver.receipt')}</th>
            </tr>
          </thead>
          <tbody>
            {deliveries
              .toSorted((a, b) => ordinalOf(a) - ordinalOf(b))
              .map((delivery) => (
                <DeliveryRow
                  key={delivery.id}
                  delivery={delivery}
                  document={documents.find(({ id }) => id === delivery.documentId)}
                  destination={destinations.find(({ id }) => id === delivery.destinationId)}
                  onRetry={onRetry}
                />
              ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

const looks: Record<Delivery['state'], { readonly tone: Tone; readonly icon: IconName }> = {
  queued: { tone: 'muted', icon: 'wait' },
  sending: { tone: 'muted', icon: 'wait' },
  delivered: { tone: 'sure', icon: 'stamp' },
  failed: { tone: 'wrong', icon: 'warning' },
};

interface DeliveryRowProps {
  readonly delivery: Delivery;
  readonly document: DocumentSummary | undefined;
  readonly destination: Destination | undefined;
  readonly onRetry: DeliveryTableProps['onRetry'];
}

function DeliveryRow({ delivery, document, destination, onRetry }: DeliveryRowProps) {
  const { t, i18n } = useTranslation();
  const number = (document?.ordinal ?? 0) + 1;
  const state = t(`deliveryState.${delivery.state}`);
  return (
    <tr>
      <td>
        <span className={styles.soft}>{number}</span>{' '}
        {document === undefined ? null : <DocumentLink document={document} />}
      </td>
      <td>{destination?.title ?? delivery.destinationId}</td>
      <td>
        <div className={styles.state}>
          <Status {...looks[delivery.state]}>{state}</Status>
          {delivery.state === 'sending' ? (
            <ProgressBar
              value={Math.round(delivery.progress * 100)}
              total={100}
              label={t('deliver.progressLabel', { number })}
              valueText={`${Math.round(delivery.progress * 100)} %`}
            />
          ) : null}
          {delivery.problem === null ? null : (
            <>
              <span>{textIn(i18n.language, delivery.problem.message)}</span>
              {delivery.state === 'failed' && onRetry !== null ? (
                <Button size="compact-sm" variant="default" onClick={() => onRetry(delivery.destinationId)}>
                  {t('deliver.retry')}
                </Button>
              ) : null}
            </>
          )}
        </div>
      </td>
      <td>{delivery.receipt === null ? '–' : <ReceiptCell receipt={delivery.receipt} />}</td>
    </tr>
  );
}

/** Leads to the record, from where a document that did not get through can be sent back. */
function DocumentLink({ document: { id, batchId, ordinal, form } }: { readonly document: DocumentSummary }) {
  const { t, i18n } = useTranslation();
  const title = form === null ? t('batch.unknownForm') : textIn(i18n.language, form.title);
  return (
    <a
      href={formatRoute({ screen: 'approve', batchId, documentId: id })}
      aria-label={t('batch.openDocument', { number: ordinal + 1, form: title })}
    >
      {title}
    </a>
  );
}

function ReceiptCell({ receipt }: { readonly receipt: NonNullable<Delivery['receipt']> }) {
  const { t, i18n } = useTranslation();
  return (
    <div className={styles.receipt}>
      <strong>{t('deliver.protocol', { number: receipt.protocolNumber })}</strong>
      <span className={styles.soft}>
        {t('deliver.registered', { when: formatInstant(receipt.registeredAt, i18n.language) })}
      </span>
      <span className={styles.hash} title={receipt.contentSha256}>
        {t('deliver.hash', { hash: `${receipt.contentSha256.slice(0, 12)}…` })}
      </span>
    </div>
  );
}
