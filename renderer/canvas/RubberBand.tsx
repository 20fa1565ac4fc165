import { type PointerEvent, type ReactNode, useRef, useState } from 'react';
import styles from './canvas.module.css';
import { boxBetween } from './picked-words.ts';
import type { Box } from './view.ts';

export interface RubberBandProps {
  /** Screen pixels per captured pixel. */
  readonly scale: number;
  readonly children: ReactNode;
  /** The box drawn, in captured pixels of the upright picture. */
  onDrawn(box: Box): void;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Less than this is a click, in screen pixels. */
const smallestPx = 6;

/** Lets a person draw a box over a page with the mouse or a pen. */
export function RubberBand({ scale, children, onDrawn }: RubberBandProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<{ readonly from: Point; readonly to: Point } | null>(null);
  const box = drawn === null ? null : boxBetween(drawn.from, drawn.to);

  const pointOf = ({ clientX, clientY }: PointerEvent): Point => {
    const edge = frame.current?.getBoundingClientRect();
    return { x: clientX - (edge?.left ?? 0), y: clientY - (edge?.top ?? 0) };
  };
  const finish = (): void => {
    setDrawn(null);
    if (box === null || Math.max(box[2] - box[0], box[3] - box[1]) < smallestPx) return;
    onDrawn([box[0] / scale, box[1] / scale, box[2] / scale, box[3] / scale]);
  };

  return (
    <div
      ref={frame}
      className={styles.bandGround}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        const from = pointOf(event);
        setDrawn({ from, to: from });
      }}
      onPointerMove={(event) => {
        if (drawn !== null) setDrawn({ from: drawn.from, to: pointOf(event) });
      }}
      onPointerUp={finish}
      onPointerCancel={() => setDrawn(null)}
    >
      {children}
      {box === null ? null : (
        <div
          className={styles.band}
          style={{ left: box[0], top: box[1], width: box[2] - box[0], height: box[3] - box[1] }}
        />
      )}
    </div>
  );
}
