import { type ReactNode, useId } from 'react';
import styles from './ui.module.css';

export interface PanelProps {
  readonly title: string;
  readonly detail?: ReactNode;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A titled part of a screen, which screen readers list as a region. */
export function Panel({ title, detail, className, children }: PanelProps) {
  const titleId = useId();
  return (
    <section className={`${styles.panel} ${className ?? ''}`} aria-labelledby={titleId}>
      <div className={styles.panelHead}>
        <h2 id={titleId}>{title}</h2>
        {detail}
      </div>
      {children}
    </section>
  );
}
