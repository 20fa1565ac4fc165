import { Button } from '@mantine/core';
import { useLayoutEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/Icon.tsx';
import { Key } from '../../ui/Keys.tsx';
import { fieldShown, keyPressed } from './timing.ts';
import styles from './verify.module.css';

export interface CompleteProps {
  readonly documentId: string;
  readonly finishing: boolean;
  onFinish(): void;
}

/** Every field has its word: one more Enter and the next document is there. */
export function Complete({ documentId, finishing, onFinish }: CompleteProps) {
  const { t } = useTranslation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another document is shown when the id is another
  useLayoutEffect(fieldShown, [documentId]);
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
