import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentDetail, Field } from '../../../contract/document.ts';
import { textIn } from '../../app/i18n.ts';
import { type PageFit, PagePicture } from '../../canvas/PagePicture.tsx';
import { placeOfField } from '../../canvas/picture.ts';
import styles from './verify.module.css';

export interface DocumentPageProps {
  readonly document: DocumentDetail;
  readonly field: Field | null;
  readonly fit: PageFit;
  /** Further tools below the page. */
  readonly tools?: ReactNode;
}

/** The page of the field in focus, with its place outlined. Other pages can be looked at until the field changes. */
export function DocumentPage({ document, field, fit, tools }: DocumentPageProps) {
  const { t, i18n } = useTranslation();
  const [looked, setLooked] = useState<{ readonly page: number; readonly during: string | null } | null>(null);
  const pointer = field?.pointer ?? null;
  const index = looked !== null && looked.during === pointer ? looked.page : (field?.page ?? looked?.page ?? 0);
  const page = document.pageList[index] ?? document.pageList[0];
  if (page === undefined) return null;
  const place = field === null ? null : placeOfField(field, document.pageList);
  return (
    <div className={styles.pagePane}>
      <PagePicture
        page={page}
        box={place?.page.id === page.id ? place.box : null}
        fit={fit}
        label={t('verify.pageImage', { number: index + 1 })}
        zoneLabel={field === null ? '' : t('verify.zone', { field: textIn(i18n.language, field.title) })}
      />
      <div className={styles.pageChoice}>
        {document.pageList.map((other, position) => (
          <button
            key={other.id}
            type="button"
            className={styles.pageButton}
            aria-pressed={position === index}
            onClick={() => setLooked({ page: position, during: pointer })}
          >
            {t('verify.page', { number: position + 1, total: document.pageList.length })}
          </button>
        ))}
        {tools}
        <span className={styles.pageSource} title={page.sourceName} data-source>
          {page.sourceName}
        </span>
      </div>
    </div>
  );
}
