import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PilePage } from '../../../contract/pile.ts';
import { textIn } from '../../app/i18n.ts';
import { useStation } from '../../app/use-station.ts';
import { HeldPicture } from '../../canvas/HeldPicture.tsx';
import { useSize } from '../../canvas/use-size.ts';
import { viewWhole } from '../../canvas/view.ts';
import { Notice } from '../../ui/Notice.tsx';
import { PageVersions } from './PageVersions.tsx';
import styles from './pile.module.css';

export interface PilePreviewProps {
  readonly batchId: string;
  /** The page under the cursor; null while it is on its way. */
  readonly page: PilePage | null;
  /** Its place in the list, from 1. */
  readonly number: number;
  /** How many pictures back it is shown. */
  readonly stepsBack: number;
  readonly revision: number;
}

/** A cursor that runs over the pile asks for no large picture before it rests. */
const drawAfterMs = 120;

/** The page under the cursor, as large as there is room, with all that is to be said of it. */
export function PilePreview({ batchId, page: current, number, stepsBack, revision }: PilePreviewProps) {
  const { t, i18n } = useTranslation();
  const [frame, size] = useSize<HTMLDivElement>();
  const versions = useVersions(batchId, current, revision);
  const page = versions.at(-1 - (stepsBack % Math.max(1, versions.length))) ?? current;
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
        {page === null || versions.length < 2 ? null : <PageVersions versions={versions} shown={page} />}
        {page?.id === current?.id ? null : <Notice tone="doubt">{t('pile.shownBefore')}</Notice>}
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

/** A page after all that it took the place of; empty while that is on its way, and for a page that replaced none. */
function useVersions(batchId: string, page: PilePage | null, revision: number): readonly PilePage[] {
  const { queries } = useStation();
  const isReplacement = page?.replaces === true;
  const lineage = useQuery({ ...queries.lineage(page?.id ?? '', batchId, revision), enabled: isReplacement });
  const versions = isReplacement ? (lineage.data ?? []) : [];
  return versions.slice(0, versions.findIndex(({ id }) => id === page?.id) + 1);
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
