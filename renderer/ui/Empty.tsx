import type { ReactNode } from 'react';
import styles from './ui.module.css';

export interface EmptyProps {
  readonly title: string;
  readonly help?: string;
  readonly children?: ReactNode;
}

/** Says that there is nothing here, why, and what to do next. */
export function Empty({ title, help, children }: EmptyProps) {
  return (
    <div className={styles.empty}>
      <p className={styles.emptyTitle}>{title}</p>
      {help === undefined ? null : <p className={styles.emptyHelp}>{help}</p>}
      {children}
    </div>
  );
}
