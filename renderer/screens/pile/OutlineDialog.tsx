import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PileSection, PileView } from '../../../contract/pile.ts';
import { textIn } from '../../app/i18n.ts';
import { useStation } from '../../app/use-station.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import { placeNamed, rangeText, sectionsNamed } from './outline.ts';
import styles from './pile.module.css';

export interface OutlineDialogProps {
  readonly view: PileView;
  /** Place of the page under the cursor: the list opens at its document. */
  readonly at: number;
  onGoTo(place: number): void;
  onClose(): void;
}

/** The documents of the pile by their ranges of pages, to go to one, or to a page by its number. */
export function OutlineDialog({ view, at, onGoTo, onClose }: OutlineDialogProps) {
  const { t, i18n } = useTranslation();
  const { queries } = useStation();
  const outline = useQuery(queries.pileOutline(view.batchId, view.revision));
  const [text, setText] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const titleOf = ({ form }: PileSection) => (form === null ? t('batch.unknownForm') : textIn(i18n.language, form));
  const shown = sectionsNamed(outline.data ?? [], text, titleOf);
  useEffect(() => {
    const line = currentLine(list.current)?.parentElement;
    if (outline.isSuccess && list.current !== null && line != null)
      list.current.scrollTop = line.offsetTop - list.current.offsetTop;
  }, [outline.isSuccess]);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    const place = placeNamed(text, view.pages) ?? shown[0]?.from;
    if (place !== undefined) onGoTo(place);
  };
  return (
    <Dialog onClose={onClose} title={t('pile.goToTitle')} size="lg">
      <form noValidate onSubmit={send}>
        <TextInput
          label={t('pile.goToWhat')}
          description={t('pile.goToHelp')}
          data-autofocus
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown')
              focusNear(event, currentLine(list.current) ?? list.current?.querySelector('button'));
          }}
        />
      </form>
      {outline.isError ? <TroubleNotice error={outline.error} onRetry={() => void outline.refetch()} /> : null}
      {outline.isPending ? <Loading /> : null}
      {outline.isSuccess && shown.length === 0 ? (
        <Empty title={t('pile.noSection')} help={t('pile.noSectionHelp')} />
      ) : null}
      <ol ref={list} className={styles.outline} aria-label={t('batch.documents')}>
        {shown.map((section) => (
          <OutlineLine
            key={section.documentId}
            section={section}
            title={titleOf(section)}
            isCurrent={at >= section.from && at < section.from + section.pages}
            onGoTo={onGoTo}
          />
        ))}
      </ol>
    </Dialog>
  );
}

interface OutlineLineProps {
  readonly section: PileSection;
  readonly title: string;
  readonly isCurrent: boolean;
  onGoTo(place: number): void;
}

function OutlineLine({ section, title, isCurrent, onGoTo }: OutlineLineProps) {
  const { t } = useTranslation();
  const { from, reference, doubtfulAt } = section;
  const [doubt] = doubtfulAt;
  return (
    <li className={styles.outlineLine} data-current={isCurrent}>
      <button
        type="button"
        className={styles.outlineGo}
        aria-current={isCurrent}
        onClick={() => onGoTo(from)}
        onKeyDown={(event) => moveAlong(event)}
      >
        <span className={styles.outlineRange}>{rangeText(section)}</span>
        <span className={styles.outlineTitle}>
          {title}
          {reference === null ? null : <span className={styles.soft}> · {reference}</span>}
        </span>
      </button>
      {doubt === undefined ? null : (
        <button type="button" className={styles.outlineDoubt} onClick={() => onGoTo(doubt)}>
          <Icon name="warning" /> {t('pile.doubtAt', { number: doubt + 1 })}
        </button>
      )}
    </li>
  );
}

/** The line of the document under the cursor, if it is listed. */
function currentLine(list: HTMLElement | null): HTMLElement | null {
  return list?.querySelector<HTMLElement>('[aria-current=true]') ?? null;
}

/** Up and down go along the documents. */
function moveAlong(event: KeyboardEvent<HTMLElement>): void {
  const line = event.currentTarget.closest('li');
  if (event.key === 'ArrowDown') focusNear(event, line?.nextElementSibling?.querySelector('button'));
  if (event.key === 'ArrowUp') focusNear(event, line?.previousElementSibling?.querySelector('button'));
}

function focusNear(event: KeyboardEvent, element: HTMLElement | null | undefined): void {
  if (element == null) return;
  event.preventDefault();
  element.focus();
}
