import { useTranslation } from 'react-i18next';
import type { BatchProgress } from '../../../contract/batch.ts';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import styles from './BatchesScreen.module.css';

export interface ReadingProgressProps {
  readonly name: string;
  readonly progress: BatchProgress;
}

/** How many pages are read. Until all files are opened the number of pages still grows, so files are named too. */
export function ReadingProgress({ name, progress }: ReadingProgressProps) {
  const { t } = useTranslation();
  const done = progress.pagesRead + progress.pagesQuarantined;
  const pages = t('progress.pagesOf', { done, total: progress.pages });
  const opening =
    progress.running && progress.sourcesOpened < progress.sources - progress.refused - progress.duplicates;
  return (
    <div className={styles.reading}>
      <ProgressBar value={done} total={progress.pages} label={t('progress.label', { name })} valueText={pages} />
      <span className={styles.readingText}>
        {pages}
        {opening ? ` · ${t('progress.taking', { done: progress.sourcesOpened, total: progress.sources })}` : ''}
      </span>
    </div>
  );
}
