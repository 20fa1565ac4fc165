import { useTranslation } from 'react-i18next';
import type { DocumentDetail } from '../../../contract/document.ts';
import { formatInstant } from '../../ui/dates.ts';
import { Notice } from '../../ui/Notice.tsx';

/** What the destination answered. */
export function Receipt({ receipt }: { readonly receipt: NonNullable<DocumentDetail['receipt']> }) {
  const { t, i18n } = useTranslation();
  return (
    <Notice tone="sure">
      <strong>{t('deliver.protocol', { number: receipt.protocolNumber })}</strong>
      <span>
        {receipt.destination} · {t('deliver.registered', { when: formatInstant(receipt.registeredAt, i18n.language) })}
      </span>
    </Notice>
  );
}
