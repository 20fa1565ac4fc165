import { useTranslation } from 'react-i18next';
import { troubleOf } from '../../app/errors.ts';
import { textIn } from '../../app/i18n.ts';
import { formatRoute } from '../../app/route.ts';
import { Notice } from '../../ui/Notice.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import type { Finishing } from './use-finishing.ts';

export interface UnfinishedNoticesProps {
  /** The document in hand. */
  readonly documentId: string;
  readonly finishing: Finishing;
  /** Finishes the document in hand again. */
  onRetry(): void;
}

/** What the station did not close: the document in hand, and those left behind with the way back to each. */
export function UnfinishedNotices({ documentId, finishing, onRetry }: UnfinishedNoticesProps) {
  const { t, i18n } = useTranslation();
  return finishing.unfinished.map(({ document: { id, batchId, ordinal }, error }) =>
    id === documentId ? (
      <TroubleNotice key={id} error={error} onRetry={onRetry} />
    ) : (
      <Notice key={id} tone="wrong" role="alert">
        <span>
          {t('verify.unfinished', { number: ordinal + 1, reason: textIn(i18n.language, troubleOf(error).message) })}
        </span>{' '}
        <a href={formatRoute({ screen: 'verify', batchId, documentId: id })}>{t('verify.backToDocument')}</a>
      </Notice>
    ),
  );
}
