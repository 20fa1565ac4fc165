import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './ui.module.css';
import { useScreenKey } from './use-key.ts';

/** Goes one step back on the path: nobody should have to go through every control of a screen by Tab to leave it. */
export const backKey = 'Alt+ArrowLeft';

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

/**
 * The top of a screen: where one is, what it is, what can be done. The title takes the focus when the screen opens; a key goes
 * back along the path.
 */
export function ScreenHead({ title, path = [], detail, actions }: ScreenHeadProps) {
  const { t } = useTranslation();
  const back = useRef<HTMLAnchorElement>(null);
  const isCovered = (): boolean => document.querySelector('[aria-modal="true"]') !== null;
  useScreenKey(backKey, () => (isCovered() ? undefined : back.current?.click()), path.length > 0);
  return (
    <div className={styles.head}>
      <div className={styles.headText}>
        {path.length === 0 ? null : (
          <nav aria-label={t('app.breadcrumb')}>
            <ol className={styles.path}>
              {path.map((step, index) => (
                <li key={step.address}>
                  {index === path.length - 1 ? (
                    <a ref={back} href={step.address} aria-keyshortcuts={backKey}>
                      {step.title}
                    </a>
                  ) : (
                    <a href={step.address}>{step.title}</a>
                  )}
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
