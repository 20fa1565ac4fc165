import type { ReactNode } from 'react';
import styles from './table-frame.module.css';

export interface TableFrameProps {
  /** Names the frame as a region; it then takes the focus, so that a table without buttons of its own scrolls by keyboard. */
  readonly label?: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** The border of a table, inside which a wide or long one scrolls by itself. */
export function TableFrame({ label, className, children }: TableFrameProps) {
  const classes = `${styles.frame} ${className ?? ''}`;
  if (label === undefined) return <div className={classes}>{children}</div>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus
    <section className={classes} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
