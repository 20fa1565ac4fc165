import { useVirtualizer } from '@tanstack/react-virtual';
import {
  Fragment,
  type HTMLAttributes,
  memo,
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
} from 'react';
import { useSize } from '../canvas/use-size.ts';
import styles from './ui.module.css';
import { useHaste } from './use-haste.ts';

export interface TileRange {
  /** Index of the first tile that exists on screen. */
  readonly from: number;
  /** Index after the last one. */
  readonly to: number;
}

export interface TileGridProps {
  readonly count: number;
  readonly tile: { readonly widthPx: number; readonly heightPx: number };
  /** Attributes of the element that scrolls, for example its role and its keys. Without a role it only scrolls. */
  readonly frame?: HTMLAttributes<HTMLDivElement>;
  readonly frameRef?: RefObject<HTMLDivElement | null>;
  /** The tile to keep in sight; null to leave the scrolling to the person. */
  readonly inSight?: number | null;
  /** Keeps the last tile in sight while more are added, as long as the person has not scrolled away from it. */
  readonly followEnd?: boolean;
  /** Called with what is on screen, and with how many tiles stand beside one another. */
  onLook?(range: TileRange, lanes: number): void;
  children(index: number): ReactNode;
}

const gapPx = 8;
const overscanRows = 2;

/** Tiles of one size in rows, ten thousand if need be: only the rows in sight exist, and in haste only their numbers. */
export function TileGrid(props: TileGridProps) {
  const { count, tile, frame = {}, frameRef, inSight = null, followEnd = false, onLook, children } = props;
  const [element, size] = useSize<HTMLDivElement>();
  const lanes = Math.max(1, Math.floor((size.width - gapPx) / (tile.widthPx + gapPx)));
  const rows = useVirtualizer({
    count: Math.ceil(count / lanes),
    getScrollElement: () => element.current,
    estimateSize: () => tile.heightPx + gapPx,
    paddingStart: gapPx,
    scrollPaddingStart: gapPx,
    scrollPaddingEnd: gapPx,
    overscan: overscanRows,
    // Rows beyond those in sight exist already: scrolling need not wait for the next ones.
    useFlushSync: false,
  });
  const items = rows.getVirtualItems();
  const places = Math.max(items.length, usualPlaces(size.height, tile.heightPx));
  const placeOf = ({ index }: { readonly index: number }): number => index % places;
  // Elements that keep their order are never taken out of the document; at rest it is the order in which they are read.
  const shown = rows.isScrolling ? items.toSorted((a, b) => placeOf(a) - placeOf(b)) : items;
  const existing = { from: items[0]?.index ?? 0, to: (items.at(-1)?.index ?? -1) + 1 };
  const from = existing.from * lanes;
  const to = Math.min(count, existing.to * lanes);
  const haste = useHaste(tile.heightPx + gapPx);
  const { since } = haste;
  const isPassing = (row: number, index: number): boolean =>
    since !== null && (row < since.from || row >= since.to) && index !== inSight;

  const look = useRef(onLook);
  useEffect(() => {
    look.current = onLook;
    if (frameRef !== undefined) frameRef.current = element.current;
  });
  const isCalm = since === null;
  useEffect(() => {
    // Nothing is asked for that is only passed by.
    if (isCalm) look.current?.({ from, to }, lanes);
  }, [isCalm, from, to, lanes]);

  useLayoutEffect(() => {
    if (inSight !== null) rows.scrollToIndex(Math.floor(inSight / lanes), { align: 'auto' });
  }, [rows, inSight, lanes]);

  const isAtEnd = useRef(true);
  useLayoutEffect(() => {
    if (followEnd && isAtEnd.current && count > 0) rows.scrollToIndex(Math.ceil(count / lanes) - 1, { align: 'end' });
  }, [rows, followEnd, count, lanes]);

  return (
    <div
      {...frame}
      {...(frame.role === undefined && { tabIndex: 0 })}
      ref={element}
      className={styles.tileFrame}
      onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
        isAtEnd.current = scrollTop + clientHeight > scrollHeight - tile.heightPx;
        haste.note(scrollTop, existing);
      }}
    >
      <div role="presentation" className={styles.tileBody} style={{ height: rows.getTotalSize() }}>
        {shown.map((row) => (
          <div
            // A row that leaves the screen becomes the next one: its elements are changed, not made anew.
            key={placeOf(row)}
            role="presentation"
            className={styles.tileRow}
            style={{
              height: tile.heightPx,
              transform: `translateY(${row.start}px)`,
              gridTemplateColumns: `repeat(${lanes}, minmax(0, 1fr))`,
            }}
          >
            {indices(row.index * lanes, Math.min(count, (row.index + 1) * lanes)).map((index, lane) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a place in the row, whatever tile it shows
              <Fragment key={lane}>
                {isPassing(row.index, index) ? <PassingTile number={index + 1} /> : children(index)}
              </Fragment>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

/** What is seen of a tile in haste: enough to know where in the list one is. */
const PassingTile = memo(function PassingTile({ number }: { readonly number: number }) {
  return (
    <div className={styles.passing} role="presentation">
      {number}
    </div>
  );
});

/** Rows that exist at once at most: those in sight, two of them in part, and those beyond on both sides. */
function usualPlaces(heightPx: number, tileHeightPx: number): number {
  return Math.ceil(heightPx / (tileHeightPx + gapPx)) + 1 + 2 * overscanRows;
}

function indices(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
