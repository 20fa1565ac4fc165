import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PilePage } from '../../../contract/pile.ts';
import { textIn } from '../../app/i18n.ts';
import { HeldPicture } from '../../canvas/HeldPicture.tsx';
import { useSize } from '../../canvas/use-size.ts';
import { viewWhole } from '../../canvas/view.ts';
import { Notice } from '../../ui/Notice.tsx';
import styles from './pile.module.css';

export interface PilePreviewProps {
  /** The page under the cursor; null while it is on its way. */
  readonly page: PilePage | null;
  /** Its place in the list, from 1. */
  readonly number: number;
}

/** A cursor that runs over the pile asks for no large picture before it rests. */
const drawAfterMs = 120;

/** The page under the cursor, as large as there is room, with all that is to be said of it. */
export function PilePreview({ page, number }: PilePreviewProps) {
  const { t, i18n } = useTranslation();
  const [frame, size] = useSize<HTMLDivElement>();
  const rested = useRested(page);
  const picture = page === null ? { width: 1, height: 1 } : { width: page.widthPx, height: page.heightPx };
  const view = viewWhole(picture, size);
  const notices = page === null ? [] : [...(page.document?.notices ?? []), ...page.notices];
  return (
    <section className={styles.preview} aria-label={t('pile.preview')}>
      <div ref={frame} className={styles.previewPicture} role="img" aria-label={t('batch.page', { number })}>
        {rested === null || rested.id !== page?.id || size.width === 0 ? null : (
          <HeldPicture
            key={`${rested.id} ${rested.rotationDeg}`}
            pageId={rested.id}
            view="screen"
            size={{ width: picture.width * view.scale, height: picture.height * view.scale }}
            offset={{ x: view.offsetX, y: view.offsetY }}
          />
        )}
      </div>
      <div className={styles.previewText}>
        {page === null ? null : (
          <p className={styles.soft}>
            {page.sourceName}
            {page.sheet === null ? '' : ` · ${t('scan.sheet', { number: page.sheet })}`}
          </p>
        )}
        {page?.document?.reference == null ? null : (
          <p>{t('pile.reference', { reference: page.document.reference })}</p>
        )}
        {notices.map(({ code, message }) => (
          <Notice key={code} tone="doubt">
            {textIn(i18n.language, message)}
          </Notice>
        ))}
        {page?.quality?.notices.map(({ code, advice, message }) => (
          <Notice key={code} tone={advice === 'rescan' ? 'wrong' : 'doubt'}>
            {textIn(i18n.language, message)}
          </Notice>
        ))}
        {page?.quarantine == null ? null : (
          <Notice tone="wrong">{textIn(i18n.language, page.quarantine.message)}</Notice>
        )}
      </div>
    </section>
  );
}

/** The page that was last under the cursor for a while. */
function useRested(page: PilePage | null): PilePage | null {
  const [rested, setRested] = useState(page);
  useEffect(() => {
    const timer = setTimeout(() => setRested(page), drawAfterMs);
    return () => clearTimeout(timer);
  }, [page]);
  return rested;
}
