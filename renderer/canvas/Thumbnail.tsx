import { useLayoutEffect, useRef } from 'react';
import { useServices } from '../app/services.ts';
import styles from './canvas.module.css';

export interface ThumbnailProps {
  readonly pageId: string;
  /** Changes when the picture does, for example by a turn of the page. */
  readonly version?: string | number;
}

/** A tile that is only passed by while scrolling asks for nothing. */
const loadAfterMs = 60;

/**
 * The small picture of a page, for a tile that says in words which page it is. It is fetched once the tile stays in sight,
 * and held in a cache of bounded size.
 */
export function Thumbnail({ pageId, version = 0 }: ThumbnailProps) {
  const { pictures, thumbnailCache } = useServices();
  const frame = useRef<HTMLDivElement>(null);
  const address = pictures(pageId, 'thumbnail');

  useLayoutEffect(() => {
    const place = frame.current;
    if (place === null) return;
    const key = `${address}#${version}`;
    const show = (): void => place.replaceChildren(thumbnailCache.take(key));
    if (thumbnailCache.holds(key)) {
      show();
      return;
    }
    place.replaceChildren();
    const timer = setTimeout(show, loadAfterMs);
    return () => clearTimeout(timer);
  }, [address, version, thumbnailCache]);

  return <div ref={frame} className={styles.thumbnail} aria-hidden="true" />;
}
