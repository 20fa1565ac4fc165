import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DocumentSummary } from '../../../contract/document.ts';
import type { Rescan } from '../../../contract/rescan.ts';
import { formatRoute } from '../../app/route.ts';
import { useStation } from '../../app/use-station.ts';
import { Notice } from '../../ui/Notice.tsx';
import { VerifyAnyway } from './VerifyAnyway.tsx';

/** Why a document waits for its paper, where to scan it again, and the way back into verification without it. */
export function RescanNotice({ document }: { readonly document: DocumentSummary }) {
  const { t } = useTranslation();
  const { queries } = useStation();
  const { batchId } = document;
  const rescans = useQuery(queries.rescans(batchId)).data ?? [];
  const rescan = rescans.find((one) => one.document.id === document.id);
  return (
    <Notice tone="wrong">
      <span>{t('rescan.waits')}</span> {rescan === undefined ? null : <RescanReasonText rescan={rescan} />}{' '}
      <a href={formatRoute({ screen: 'batch', batchId })}>{t('rescan.toBatch')}</a>
      <VerifyAnyway document={document} />
    </Notice>
  );
}

/** For example `pagina 2: tagliata – Manca la firma (Bruno Sala)`. */
export function RescanReasonText({ rescan: { pages, reason, words, by } }: { readonly rescan: Rescan }) {
  const { t } = useTranslation();
  const numbers = pages.map(({ position }) => position + 1).join(', ');
  const why = t(`rescan.reasons.${reason}`);
  return (
    <span>
      {t('rescan.told', { count: pages.length, numbers, why: reason === 'other' && words !== null ? words : why })}
      {reason === 'other' || words === null ? null : ` – ${words}`} ({by})
    </span>
  );
}
