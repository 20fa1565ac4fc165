import { useTranslation } from 'react-i18next';
import { SearchField } from '../../ui/SearchField.tsx';
import { type Chapter, chapters } from './chapters.ts';
import styles from './manual.module.css';
import { excerptOf, findSections, type Section } from './sections.ts';

export interface ContentsProps {
  readonly sections: readonly Section[];
  readonly current: Chapter;
  readonly question: string;
  onAsk(question: string): void;
  onOpen(chapter: Chapter, section?: string): void;
}

/** The chapters, or what was found of them. */
export function Contents({ sections, current, question, onAsk, onOpen }: ContentsProps) {
  const { t } = useTranslation();
  const found = findSections(sections, question);
  return (
    <nav className={styles.contents} aria-label={t('manual.contents')}>
      <SearchField label={t('manual.search')} value={question} onChange={onAsk} />
      {question.trim() === '' ? (
        <ol className={styles.list}>
          {chapters.map((chapter) => (
            <li key={chapter}>
              <button
                type="button"
                className={styles.chapter}
                aria-current={chapter === current ? 'page' : undefined}
                onClick={() => onOpen(chapter)}
              >
                {sections.find((section) => section.chapter === chapter)?.chapterTitle}
              </button>
            </li>
          ))}
        </ol>
      ) : (
        <>
          <p className={styles.soft} role="status">
            {t('manual.found', { count: found.length })}
          </p>
          <ol className={styles.list}>
            {found.map((section) => (
              <li key={`${section.chapter} ${section.title}`}>
                <button type="button" className={styles.chapter} onClick={() => onOpen(section.chapter, section.title)}>
                  <strong>{section.title}</strong>
                  <span className={styles.soft}>{section.chapterTitle}</span>
                  <span className={styles.excerpt}>{excerptOf(section, question)}</span>
                </button>
              </li>
            ))}
          </ol>
        </>
      )}
    </nav>
  );
}
