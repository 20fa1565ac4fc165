import { useTranslation } from 'react-i18next';
import type { DocumentSummary } from '../../contract/document.ts';
import { textIn } from '../app/i18n.ts';
import { Notice } from './Notice.tsx';

/** Why a document needs a closer look: what the machine could not do, or why a person sent it back. */
export function DocumentNotices({ document }: { readonly document: DocumentSummary }) {
  const { t, i18n } = useTranslation();
  return (
    <>
      {document.cause === null ? null : <Notice tone="doubt">{textIn(i18n.language, document.cause.message)}</Notice>}
      {document.note === null ? null : <Notice tone="doubt">{t('verify.sentBack', { reason: document.note })}</Notice>}
    </>
  );
}
