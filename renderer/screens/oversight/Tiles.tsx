import { useTranslation } from 'react-i18next';
import type { Oversight } from '../../../contract/oversight.ts';
import { formatAge } from './age.ts';
import { formatNumber } from './figure-table.ts';
import styles from './oversight.module.css';

/** The figures that are asked for every day, in one look. */
export function Tiles({ oversight }: { readonly oversight: Oversight }) {
  const { t, i18n } = useTranslation();
  const { waiting, finished, effort, sampledByWeek, at } = oversight;
  const write = (value: number, digits = 0): string => formatNumber(value, i18n.language, digits);
  const lastDay = finished.slice(-24);
  const ended = sum(lastDay.map(({ documents }) => documents));
  const busyHours = lastDay.filter(({ documents }) => documents > 0).length;
  const samples = sum(sampledByWeek.map((week) => week.samples));
  const wrong = sum(sampledByWeek.map((week) => week.wrong));
  const oldest = waiting[0];
  const tiles: readonly (readonly [name: string, figure: string])[] = [
    [t('oversight.tile.waiting'), write(sum(waiting.map(({ documents }) => documents)))],
    [t('oversight.tile.oldest'), oldest === undefined ? '–' : formatAge(oldest.oldest, at, i18n.language)],
    [t('oversight.tile.finished'), write(ended)],
    [t('oversight.tile.perHour'), busyHours === 0 ? '–' : write(ended / busyHours, 1)],
    [t('oversight.tile.fieldsAsked'), effort === null ? '–' : write(effort.fieldsAsked, 1)],
    [t('oversight.tile.keystrokes'), effort === null ? '–' : write(effort.keystrokes)],
    [t('oversight.tile.seconds'), effort === null ? '–' : write(effort.seconds)],
    [t('oversight.tile.errors'), samples === 0 ? '–' : `${write(wrong)} / ${write(samples)}`],
  ];
  return (
    <dl className={styles.tiles}>
      {tiles.map(([name, figure]) => (
        <div key={name} className={styles.tile}>
          <dt>{name}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
