import type { ReactNode } from 'react';
import styles from './choices.module.css';

export interface RadioRowProps {
  /** Of the group; one row of it is checked. */
  readonly name: string;
  readonly value: string;
  readonly checked: boolean;
  readonly title: string;
  /** Beside the title, softer. */
  readonly detail: ReactNode;
  onChoose(): void;
}

/** One of the rows of a `fieldset` of which one is chosen. The whole row takes the click. */
export function RadioRow({ name, value, checked, title, detail, onChoose }: RadioRowProps) {
  return (
    <label className={styles.row}>
      <input type="radio" name={name} value={value} checked={checked} onChange={onChoose} />
      <span className={styles.rowTitle}>{title}</span>
      <span className={styles.rowDetail}>{detail}</span>
    </label>
  );
}
