import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentDetail, Field } from '../../../contract/document.ts';
import { textIn } from '../../app/i18n.ts';
import { type PageFit, PagePicture } from '../../canvas/PagePicture.tsx';
import { wordsWithin } from '../../canvas/picked-words.ts';
import { placeOfField } from '../../canvas/picture.ts';
import type { PageLookedAt } from './use-page-looked-at.ts';
import { usePageWords } from './use-page-words.ts';
import styles from './verify.module.css';
import { WordPicker } from './WordPicker.tsx';

export interface DocumentPageProps {
  readonly document: DocumentDetail;
  readonly field: Field | null;
  readonly fit: PageFit;
  readonly looked: PageLookedAt;
  /** Further tools below the page. */
  readonly tools?: ReactNode;
  /** Given where what is read on the page may be put into the field in focus. */
  readonly picking?: Picking;
}

export interface Picking {
  /** Words are being picked by keyboard. */
  readonly byKeyboard: boolean;
  onPick(text: string): void;
  onClose(): void;
}

/** The page of the field in focus, with its place outlined. Other pages can be looked at until the field changes. */
export function DocumentPage({ document, field, fit, looked, tools, picking }: DocumentPageProps) {
  const { t, i18n } = useTranslation();
  const { index } = looked;
  const page = document.pageList[index];
  const words = usePageWords(document, index, picking !== undefined);
  if (page === undefined) return null;
  const place = field === null ? null : placeOfField(field, document.pageList);
  const box = place?.page.id === page.id ? place.box : null;
  const near = box === null ? ([0, 0] as const) : ([(box[0] + box[2]) / 2, (box[1] + box[3]) / 2] as const);
  return (
    <div className={styles.pagePane}>
      <PagePicture
        page={page}
        box={box}
        fit={fit}
        label={t('verify.pageImage', { number: index + 1 })}
        zoneLabel={field === null ? '' : t('verify.zone', { field: textIn(i18n.language, field.title) })}
        {...(picking !== undefined && {
          onDrawn: (drawn) => picking.onPick(wordsWithin(words, drawn)),
          overlay: (scale) =>
            picking.byKeyboard ? (
              <WordPicker key={index} {...{ words, near, scale }} onPick={picking.onPick} onClose={picking.onClose} />
            ) : null,
        })}
      />
      <div className={styles.pageChoice}>
        {document.pageList.map((other, position) => (
          <button
            key={other.id}
            type="button"
            className={styles.pageButton}
            aria-pressed={position === index}
            onClick={() => looked.look(position)}
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
