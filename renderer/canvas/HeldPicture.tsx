import { useLayoutEffect, useRef } from 'react';
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
  const frame = useRef<HTMLDivElement>(null);
  const address = pictures(pageId, view);
  useLayoutEffect(() => {
    frame.current?.replaceChildren(pictureCache.take(address));
  }, [address, pictureCache]);
  return (
    <div
      ref={frame}
      className={styles.picture}
      style={{ width: size.width, height: size.height, transform: `translate(${offset.x}px, ${offset.y}px)` }}
    />
  );
}
