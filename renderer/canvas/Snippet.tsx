import type { PageSummary } from '../../contract/batch.ts';
import type { PageView } from '../../contract/shell.ts';
import styles from './canvas.module.css';
import { HeldPicture } from './HeldPicture.tsx';
import { pictureSize } from './picture.ts';
import { useSize } from './use-size.ts';
import { type Box, boxInView, viewAround } from './view.ts';

/** Something to look at within the place of a field. */
export interface SnippetMark {
  /** Across the place, 0 at its left edge and 1 at its right. */
  readonly at: number;
  readonly text: string;
}

export interface SnippetProps {
  readonly page: PageSummary;
  /** Place of the field on the upright picture, in captured pixels. */
  readonly box: Box;
  readonly zoom: number;
  readonly label: string;
  readonly marks?: readonly SnippetMark[];
  readonly view?: PageView;
}

const closeUp = { marginX: 0.06, marginY: 0.7, maxScale: 1.6 };

/** The place of a field on its page, enlarged, with what surrounds it dimmed and what is doubtful marked below it. */
export function Snippet({ page, box, zoom, label, marks = [], view: pageView = 'full' }: SnippetProps) {
  const [frame, size] = useSize<HTMLDivElement>();
  const picture = pictureSize(page);
  const view = viewAround(box, picture, size, { ...closeUp, zoom });
  const [x0, y0, x1, y1] = boxInView(box, view);
  return (
    <div ref={frame} className={styles.snippet} role="img" aria-label={label}>
      {size.width === 0 ? null : (
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
      )}
    </div>
  );
}
