import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PageView } from '../../contract/shell.ts';
import { useServices } from '../app/services.ts';
import styles from './canvas.module.css';
import type { Size } from './view.ts';

export interface HeldPictureProps {
  readonly pageId: string;
  readonly view: PageView;
  /** Size on screen in CSS pixels. */
  readonly size: Size;
  readonly offset: { readonly x: number; readonly y: number };
}

/** A page's picture out of the cache, placed and sized. Its meaning is named by what surrounds it. */
export function HeldPicture({ pageId, view, size, offset }: HeldPictureProps) {
  const { pictures, pictureCache } = useServices();
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const [loaded, setLoaded] = useState<string | null>(null);
  const address = pictures(pageId, view);
  const isShown = failed !== address;

  useLayoutEffect(() => {
    if (!isShown) return;
    const image = pictureCache.take(address);
    const fail = (): void => {
      pictureCache.drop(address);
      setFailed(address);
    };
    frame.current?.replaceChildren(image);
    const finish = (): void => setLoaded(address);
    if (image.complete) (image.naturalWidth === 0 ? fail : finish)();
    image.addEventListener('error', fail);
    image.addEventListener('load', finish);
    return () => {
      image.removeEventListener('error', fail);
      image.removeEventListener('load', finish);
    };
  }, [address, isShown, pictureCache]);

  if (!isShown) return <NoPicture onRetry={() => setFailed(null)} />;
  return (
    <>
      <div
        ref={frame}
        className={styles.picture}
        style={{ width: size.width, height: size.height, transform: `translate(${offset.x}px, ${offset.y}px)` }}
      />
      {loaded === address ? null : <p className={styles.drawing}>{t('app.drawing')}</p>}
    </>
  );
}

/** The station could not draw the page now; the page itself is safe. */
function NoPicture({ onRetry }: { readonly onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <p className={styles.noPicture} role="alert">
      {t('app.noPicture')}{' '}
      <button type="button" className={styles.retry} onClick={onRetry}>
        {t('app.retry')}
      </button>
    </p>
  );
}
