import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import type { Tone } from './Notice.tsx';
import styles from './ui.module.css';

export interface StatusProps {
  readonly tone: Tone;
  readonly icon: IconName;
  readonly children: ReactNode;
}

/** A state in one or two words. Shape, word and colour all say it. */
export function Status({ tone, icon, children }: StatusProps) {
  return (
    <span className={styles.status} data-tone={tone}>
      <Icon name={icon} />
      {children}
    </span>
  );
}
