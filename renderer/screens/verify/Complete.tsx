import { Button } from '@mantine/core';
import { useLayoutEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/Icon.tsx';
import { Key } from '../../ui/Keys.tsx';
import { fieldShown, keyPressed } from './timing.ts';
import styles from './verify.module.css';

export interface CompleteProps {
  readonly finishing: boolean;
  onFinish(): void;
}

/** Every field has its word: one more Enter and the next document is there. */
export function Complete({ finishing, onFinish }: CompleteProps) {
  const { t } = useTranslation();
  useLayoutEffect(fieldShown, []);
  return (
    <section className={styles.complete} aria-label={t('verify.complete')} data-complete>
      <p className={styles.completeTitle}>
        <Icon name="sure" /> {t('verify.complete')}
      </p>
      <p className={styles.soft}>{t('verify.completeHelp')}</p>
      <div>
        <Button
          autoFocus
          loading={finishing}
          rightSection={<Key name={t('keys.enter')} />}
          onKeyDown={(event) => keyPressed(event.timeStamp)}
          onClick={onFinish}
        >
          {t('verify.finish')}
        </Button>
      </div>
    </section>
  );
}
