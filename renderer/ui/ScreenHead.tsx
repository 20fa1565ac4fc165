import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './ui.module.css';

export interface Step {
  readonly title: string;
  readonly address: string;
}

export interface ScreenHeadProps {
  readonly title: string;
  readonly path?: readonly Step[];
  /** Beside the title: state, counts. */
  readonly detail?: ReactNode;
  /** At the end of the line: what can be done. */
  readonly actions?: ReactNode;
}

/** The top of a screen: where one is, what it is, what can be done. The title takes the focus when the screen opens. */
export function ScreenHead({ title, path = [], detail, actions }: ScreenHeadProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.head}>
      <div className={styles.headText}>
        {path.length === 0 ? null : (
          <nav aria-label={t('app.breadcrumb')}>
            <ol className={styles.path}>
              {path.map((step) => (
                <li key={step.address}>
                  <a href={step.address}>{step.title}</a>
                </li>
              ))}
            </ol>
          </nav>
        )}
        <h1 tabIndex={-1}>{title}</h1>
        {detail}
      </div>
      <div className={styles.headActions}>{actions}</div>
    </div>
  );
}
