import { Button, Modal } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { languageOf } from '../../app/i18n.ts';
import { Contents } from './Contents.tsx';
import { type Chapter, chapters } from './chapters.ts';
import { ManualText } from './ManualText.tsx';
import styles from './manual.module.css';
import { anchorOf, sectionsOf } from './sections.ts';
import { chapterText } from './texts.ts';

export interface ManualDialogProps {
  /** Where it opens. */
  readonly chapter: Chapter;
  onClose(): void;
}

/** The operator's manual over the whole window; the screen below stays as it is. */
export function ManualDialog({ chapter: first, onClose }: ManualDialogProps) {
  const { t, i18n } = useTranslation();
  const language = languageOf(i18n.language);
  const [place, setPlace] = useState<{ readonly chapter: Chapter; readonly section: string | null }>({
    chapter: first,
    section: null,
  });
  const [question, setQuestion] = useState('');
  const [printed, setPrinted] = useState<readonly Chapter[]>([]);
  const page = useRef<HTMLDivElement>(null);
  const open = (chapter: Chapter, section: string | null = null): void => setPlace({ chapter, section });
  useEffect(() => showSection(page.current, place.section), [place]);

  /** The printer gets what the page holds: it holds all that is to be printed just so long. */
  const print = (wanted: readonly Chapter[]): void => {
    flushSync(() => setPrinted(wanted));
    window.print();
    setPrinted([]);
  };
  const shown = printed.length === 0 ? [place.chapter] : printed;
  return (
    <Modal.Root
      opened
      fullScreen
      onClose={onClose}
      classNames={{ inner: styles.inner ?? '', content: styles.content ?? '', body: styles.body ?? '' }}
    >
      <Modal.Content>
        <div className={styles.head}>
          <Modal.Title>{t('manual.title')}</Modal.Title>
          <div className={styles.tools}>
            <Button size="compact-sm" variant="default" onClick={() => print([place.chapter])}>
              {t('manual.print')}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => print(chapters)}>
              {t('manual.printAll')}
            </Button>
            <Modal.CloseButton aria-label={t('app.close')} />
          </div>
        </div>
        <Modal.Body>
          <Contents
            sections={chapters.flatMap((chapter) => sectionsOf(chapter, chapterText(language, chapter)))}
            current={place.chapter}
            question={question}
            onAsk={setQuestion}
            onOpen={open}
          />
          <div ref={page} className={styles.page} data-autofocus tabIndex={-1}>
            {shown.map((chapter) => (
              <ManualText key={chapter} markdown={chapterText(language, chapter)} onOpen={open} />
            ))}
          </div>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

/** Brings a section into view, or the beginning of the chapter. */
function showSection(page: HTMLElement | null, section: string | null): void {
  const heading = section === null ? null : (page?.querySelector<HTMLElement>(`#${anchorOf(section)}`) ?? null);
  if (heading === null) page?.scrollTo?.({ top: 0 });
  else heading.focus();
}
