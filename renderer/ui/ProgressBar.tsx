import styles from './ui.module.css';

export interface ProgressBarProps {
  readonly value: number;
  readonly total: number;
  readonly label: string;
  /** What a screen reader says in place of a percentage. */
  readonly valueText: string;
}

export function ProgressBar({ value, total, label, valueText }: ProgressBarProps) {
  const share = total === 0 ? 0 : Math.min(1, value / total);
  return (
    <div
      className={styles.progress}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={Math.max(total, 1)}
      aria-valuenow={value}
      aria-valuetext={valueText}
    >
      <div className={styles.progressFill} style={{ width: `${share * 100}%` }} data-complete={share === 1} />
    </div>
  );
}
