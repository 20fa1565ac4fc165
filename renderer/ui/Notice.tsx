import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import styles from './ui.module.css';

export type Tone = 'sure' | 'doubt' | 'wrong' | 'muted';

const icons: Record<Tone, IconName> = { sure: 'sure', doubt: 'warning', wrong: 'warning', muted: 'wait' };

export interface NoticeProps {
  readonly tone: Tone;
  readonly role?: 'alert' | 'status';
  readonly children: ReactNode;
}

/** A sentence that matters, with an icon and a colour that say the same. */
export function Notice({ tone, role, children }: NoticeProps) {
  return (
    <div className={styles.notice} data-tone={tone} role={role}>
      <Icon name={icons[tone]} className={styles.noticeIcon ?? ''} />
      <div className={styles.noticeText}>{children}</div>
    </div>
  );
}
