import { type KeyboardEvent, useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../ui/Empty.tsx';
import { TileGrid, type TileRange } from '../../ui/TileGrid.tsx';
import { commandOf } from './commands.ts';
import { PageTile, tileId, tileSize } from './PageTile.tsx';
import styles from './pile.module.css';
import type { PileBench } from './use-pile-bench.ts';

/** Every page as a tile. The list has the focus as a whole and its cursor is moved by keys, as in a list of files. */
export function PageGrid({ bench }: { readonly bench: PileBench }) {
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const empty = useRef<HTMLDivElement>(null);
  const { pages, cursor, tray } = bench;
  const { look } = pages;
  const { setGrid } = cursor;
  const count = pages.total ?? 0;
  const current = pages.at(cursor.selection.cursor);
  const onLook = useCallback(
    (range: TileRange, lanes: number) => {
      look(range);
      const heightPx = frame.current?.clientHeight ?? 0;
      setGrid(lanes, Math.max(1, Math.floor(heightPx / tileSize.heightPx)));
    },
    [look, setGrid],
  );
  // Tiles are drawn again only when something about them changed: this function stays the same.
  const { point } = cursor;
  const latest = useRef(point);
  useEffect(() => {
    latest.current = point;
  });
  const onPoint = useCallback<typeof point>((index, how) => latest.current(index, how), []);
  const hear = (event: KeyboardEvent): void => {
    const command = commandOf(event, tray);
    if (command === null) return;
    event.preventDefault();
    bench.run(command);
  };
  // The hands are on the keyboard: as soon as it is known whether there are pages, keys mean them or the empty list.
  const isEmpty = pages.total === 0;
  const isKnown = pages.total !== null;
  useEffect(() => {
    if (!isKnown || document.activeElement?.matches('body, h1, main, button') !== true) return;
    (isEmpty ? empty : frame).current?.focus();
  }, [isKnown, isEmpty]);

  if (isEmpty) {
    return (
      // biome-ignore lint/a11y/useSemanticElements: a list that is empty for now, which still hears its keys
      <div
        ref={empty}
        className={styles.grid}
        role="group"
        aria-label={t(tray ? 'pile.tray' : 'batch.pages')}
        tabIndex={-1}
        onKeyDown={hear}
      >
        <Empty
          title={t(tray ? 'pile.trayEmpty' : 'batch.noPagesTitle')}
          help={t(tray ? 'pile.trayEmptyHelp' : 'batch.noPages')}
        />
      </div>
    );
  }
  return (
    <div className={styles.grid} data-holding={bench.inHand.length > 0}>
      <TileGrid
        count={count}
        tile={tileSize}
        frameRef={frame}
        inSight={cursor.selection.cursor}
        onLook={onLook}
        frame={{
          role: 'listbox',
          tabIndex: 0,
          'aria-multiselectable': true,
          'aria-label': t(tray ? 'pile.tray' : 'batch.pages'),
          'aria-activedescendant': current === undefined ? undefined : tileId(current.id),
          onKeyDown: hear,
        }}
      >
        {(index) => {
          const page = pages.at(index);
          return (
            <PageTile
              {...{ index, page, count, onPoint }}
              isCurrent={index === cursor.selection.cursor}
              isPicked={page !== undefined && cursor.selection.picked.has(page.id)}
              isInHand={page !== undefined && bench.inHand.includes(page.id)}
            />
          );
        }}
      </TileGrid>
    </div>
  );
}
