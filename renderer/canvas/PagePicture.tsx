import { type ReactNode, useLayoutEffect } from 'react';
import type { PageSummary } from '../../contract/batch.ts';
import styles from './canvas.module.css';
import { HeldPicture } from './HeldPicture.tsx';
import { pictureSize } from './picture.ts';
import { RubberBand } from './RubberBand.tsx';
import { useSize } from './use-size.ts';
import { type Box, boxInView, scrollTo, viewWhole } from './view.ts';

export type PageFit = 'width' | 'whole';

export interface PagePictureProps {
  readonly page: PageSummary;
  /** Place of the field in focus on the upright picture; null when it is elsewhere. */
  readonly box: Box | null;
  readonly fit: PageFit;
  readonly label: string;
  readonly zoneLabel: string;
  /** What is laid over the page; it is told how many screen pixels a captured pixel has. */
  readonly overlay?: (scale: number) => ReactNode;
  /** Given where a person may draw a box over the page. */
  readonly onDrawn?: (box: Box) => void;
}

/** A whole page with the field in focus outlined and in sight. It takes the focus so that arrow keys can scroll it. */
export function PagePicture({ page, box, fit, label, zoneLabel, overlay, onDrawn }: PagePictureProps) {
  const [frame, size] = useSize<HTMLElement>();
  const picture = pictureSize(page);
  const scale = fit === 'whole' ? viewWhole(picture, size).scale : size.width / picture.width;
  const content = { width: picture.width * scale, height: picture.height * scale };
  const zone = box === null ? null : boxInView(box, { scale, offsetX: 0, offsetY: 0 });
  const place = zone === null ? null : scrollTo(zone, content, size);
  const left = place?.left;
  const top = place?.top;

  useLayoutEffect(() => {
    if (left === undefined || top === undefined) return;
    const { current } = frame;
    if (current === null) return;
    current.scrollLeft = left;
    current.scrollTop = top;
  }, [frame, left, top]);

  const drawing = (
    <>
      {size.width === 0 ? null : <HeldPicture pageId={page.id} view="screen" size={content} offset={{ x: 0, y: 0 }} />}
      {zone === null ? null : (
        <div
          className={styles.pageZone}
          role="img"
          aria-label={zoneLabel}
          style={{ left: zone[0], top: zone[1], width: zone[2] - zone[0], height: zone[3] - zone[1] }}
        />
      )}
      {size.width === 0 ? null : overlay?.(scale)}
    </>
  );
  return (
    <section ref={frame} className={styles.page} {...scrollable} aria-label={label}>
      <div className={styles.sheet} style={{ width: content.width, height: content.height }}>
        {onDrawn === undefined ? (
          drawing
        ) : (
          <RubberBand scale={scale} onDrawn={onDrawn}>
            {drawing}
          </RubberBand>
        )}
      </div>
    </section>
  );
}

/** Whatever scrolls must be reachable by keyboard (WCAG 2.1.1). */
const scrollable = { tabIndex: 0 };
