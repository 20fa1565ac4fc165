import { useTranslation } from 'react-i18next';
import type { BatchProgress } from '../../../contract/batch.ts';
import { formatMinutes } from '../../ui/dates.ts';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import styles from './BatchesScreen.module.css';
import { useTimeLeft } from './use-time-left.ts';

export interface ReadingProgressProps {
  readonly name: string;
  readonly progress: BatchProgress;
}

/**
 * How many pages are read, and how long the rest will take. Until all files are opened the number of pages still grows, so
 * files are named instead.
 */
export function ReadingProgress({ name, progress }: ReadingProgressProps) {
  const { t, i18n } = useTranslation();
  const done = progress.pagesRead + progress.pagesQuarantined;
  const pages = t('progress.pagesOf', { done, total: progress.pages });
  const opening =
    progress.running && progress.sourcesOpened < progress.sources - progress.refused - progress.duplicates;
  const minutes = useTimeLeft(done, progress.pages, progress.running && !opening);
  const detail = opening
    ? t('progress.taking', { done: progress.sourcesOpened, total: progress.sources })
    : minutes === null
      ? null
      : t('progress.timeLeft', { time: formatMinutes(minutes, i18n.language) });
  return (
    <div className={styles.reading}>
      <ProgressBar value={done} total={progress.pages} label={t('progress.label', { name })} valueText={pages} />
      <span className={styles.readingText}>
        {pages}
        {detail === null ? '' : ` · ${detail}`}
      </span>
    </div>
  );
}
