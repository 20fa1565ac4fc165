import { useTranslation } from 'react-i18next';
import type { PracticeScore } from '../../../contract/practice.ts';
import styles from './practice.module.css';

/** The figures of a score, in words. */
export function ScoreFigures({ score }: { readonly score: PracticeScore }) {
  const { t } = useTranslation();
  const { right, asked, trapsSeen: seen, traps: all, keys, fewestKeys: fewest } = score;
  const seconds = Math.round(score.seconds);
  const confirmed = score.mistakes.filter(({ outcome }) => outcome === 'wrong-confirmed').length;
  const figures = [
    { title: t('practice.right'), value: t('practice.rightOf', { right, asked }) },
    { title: t('practice.wrongConfirmed'), value: String(confirmed) },
    { title: t('practice.traps'), value: t('practice.trapsOf', { seen, all }) },
    { title: t('practice.keys'), value: t('practice.keysOf', { keys, fewest }) },
    {
      title: t('practice.time'),
      value: t('practice.timeOf', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 }),
    },
  ];
  return (
    <dl className={styles.figures}>
      {figures.map(({ title, value }) => (
        <div key={title} className={styles.figure}>
          <dt>{title}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
