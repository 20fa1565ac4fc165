import { type MouseEvent, memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PilePage } from '../../../contract/pile.ts';
import { textIn } from '../../app/i18n.ts';
import { Thumbnail } from '../../canvas/Thumbnail.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { PageQuality } from '../../ui/PageQuality.tsx';
import styles from './pile.module.css';

export const tileSize = { widthPx: 150, heightPx: 250 } as const;

export function tileId(pageId: string): string {
  return `page-${pageId}`;
}

export interface PageTileProps {
  readonly index: number;
  /** Undefined while it is on its way. */
  readonly page: PilePage | undefined;
  readonly count: number;
  readonly isCurrent: boolean;
  readonly isPicked: boolean;
  readonly isInHand: boolean;
  onPoint(index: number, how: 'alone' | 'toggle' | 'range'): void;
}

/** One page of the pile: where a document begins, its picture, its number, and what is to be said of it. */
export const PageTile = memo(function PageTile(props: PageTileProps) {
  const { index, page, count, isCurrent, isPicked, isInHand, onPoint } = props;
  const { t } = useTranslation();
  const point = (event: MouseEvent): void => {
    onPoint(index, event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : 'alone');
  };
  if (page === undefined) return <div className={styles.tile} role="presentation" data-waiting />;
  return (
    // Keys belong to the list as a whole, which has the focus.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    // biome-ignore lint/a11y/useFocusableInteractive: see above
    <div
      id={tileId(page.id)}
      className={styles.tile}
      role="option"
      aria-selected={isPicked}
      aria-setsize={count}
      aria-posinset={index + 1}
      data-current={isCurrent}
      data-in-hand={isInHand}
      data-first={page.document !== null}
      onClick={point}
    >
      <DocumentStart page={page} />
      <Thumbnail pageId={page.id} version={page.rotationDeg} />
      <p className={styles.tileText}>
        <strong>
          <span className="visually-hidden">{t('batch.pages')} </span>
          {index + 1}
        </strong>
        {page.side === null ? null : ` · ${t(`scanSide.${page.side}`)}`}
        {page.tray === null ? null : ` · ${t(`trayKind.${page.tray}`)}`}
        {page.locked ? <Marked name="person" text={t('pile.locked')} /> : null}
        {page.replaces ? <Marked name="copy" text={t('pile.replaces')} /> : null}
        {page.state === 'captured' ? <Marked name="wait" text={t('pageState.captured')} /> : null}
      </p>
      <PageQuality quality={page.quality} />
    </div>
  );
});

/** The strip above a page: the form where a document begins, else the line of the document that goes on. */
function DocumentStart({ page: { document, notices, separator } }: { readonly page: PilePage }) {
  const { t, i18n } = useTranslation();
  const doubts = [...(document?.notices ?? []), ...notices];
  if (document === null && doubts.length === 0 && separator === null) {
    return <p className={styles.strip} aria-hidden="true" />;
  }
  const form = document?.form == null ? t('batch.unknownForm') : textIn(i18n.language, document.form.title);
  const within = separator?.reference ?? (doubts.length > 0 ? t('pile.toCheck') : '');
  const title = document === null ? within : `${document.ordinal + 1} · ${form}`;
  return (
    <p
      className={styles.strip}
      data-doubt={doubts.length > 0}
      title={[title, ...doubts.map(({ message }) => textIn(i18n.language, message))].join('\n')}
    >
      {doubts.length === 0 ? null : <Icon name="warning" />} {title}
      <span className="visually-hidden">
        {doubts.map(({ message }) => ` ${textIn(i18n.language, message)}`).join('')}
      </span>
    </p>
  );
}

function Marked({ name, text }: { readonly name: 'person' | 'copy' | 'wait'; readonly text: string }) {
  return (
    <span title={text}>
      {' '}
      <Icon name={name} />
      <span className="visually-hidden"> {text}</span>
    </span>
  );
}
