import type { ReactNode } from 'react';
import type { PageView } from '../../contract/shell.ts';
import styles from './canvas.module.css';
import { HeldPicture } from './HeldPicture.tsx';
import { type FieldPlaceOnPage, pictureSize } from './picture.ts';
import { useSize } from './use-size.ts';
import { boxInView, type Size, viewAround } from './view.ts';

/** Something to look at within the place of a field. */
export interface SnippetMark {
  /** Across the place, 0 at its left edge and 1 at its right. */
  readonly at: number;
  readonly text: string;
}

export interface SnippetProps {
  /** Null where there is nothing to show, as long as the frame waits for the next place. */
  readonly place: FieldPlaceOnPage | null;
  readonly zoom: number;
  readonly label: string;
  readonly marks?: readonly SnippetMark[];
  readonly view?: PageView;
  /** What the frame holds instead of a place. */
  readonly children?: ReactNode;
}

const closeUp = { marginX: 0.06, marginY: 0.7, maxScale: 1.6 };

/**
 * The place of a field on its page, enlarged, with what surrounds it dimmed and what is doubtful marked below it. The frame
 * stays while places come and go, so that it is measured once and the next place is there at once.
 */
export function Snippet({ place, label, children, ...look }: SnippetProps) {
  const [frame, size] = useSize<HTMLDivElement>();
  return (
    <div ref={frame} className={styles.snippet} {...(place !== null && { role: 'img', 'aria-label': label })}>
      {place === null ? children : size.width === 0 ? null : <PlaceInView place={place} size={size} {...look} />}
    </div>
  );
}

interface PlaceInViewProps extends Pick<SnippetProps, 'zoom' | 'marks' | 'view'> {
  readonly place: FieldPlaceOnPage;
  readonly size: Size;
}

function PlaceInView({ place: { page, box }, size, zoom, marks = [], view: pageView = 'close' }: PlaceInViewProps) {
  const picture = pictureSize(page);
  const view = viewAround(box, picture, size, { ...closeUp, zoom });
  const [x0, y0, x1, y1] = boxInView(box, view);
  return (
    <>
      <HeldPicture
        pageId={page.id}
        view={pageView}
        size={{ width: picture.width * view.scale, height: picture.height * view.scale }}
        offset={{ x: view.offsetX, y: view.offsetY }}
      />
      <div className={styles.snippetZone} style={{ left: x0, top: y0, width: x1 - x0, height: y1 - y0 }} />
      {marks.map(({ at, text }) => (
        <span key={at} className={styles.snippetMark} style={{ left: x0 + at * (x1 - x0), top: y1 }}>
          {text}
        </span>
      ))}
    </>
  );
}
