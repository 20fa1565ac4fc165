import type { PageSummary } from '../../contract/batch.ts';
import styles from './canvas.module.css';
import { HeldPicture } from './HeldPicture.tsx';
import { pictureSize } from './picture.ts';
import { useSize } from './use-size.ts';
import { type Box, boxInView, viewAround } from './view.ts';

export interface SnippetProps {
  readonly page: PageSummary;
  /** Place of the field on the upright picture, in captured pixels. */
  readonly box: Box;
  readonly zoom: number;
  readonly label: string;
}

const closeUp = { marginX: 0.06, marginY: 0.7, maxScale: 1.6 };

/** The place of a field on its page, enlarged, with what surrounds it dimmed. */
export function Snippet({ page, box, zoom, label }: SnippetProps) {
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
            view="full"
            size={{ width: picture.width * view.scale, height: picture.height * view.scale }}
            offset={{ x: view.offsetX, y: view.offsetY }}
          />
          <div className={styles.snippetZone} style={{ left: x0, top: y0, width: x1 - x0, height: y1 - y0 }} />
        </>
      )}
    </div>
  );
}
