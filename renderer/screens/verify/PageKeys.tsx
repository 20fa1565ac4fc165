import { useTranslation } from 'react-i18next';
import { Key } from '../../ui/Keys.tsx';
import type { Bench } from './use-workbench.ts';
import styles from './verify.module.css';

/** The keys that change how the page is looked at or take from it, which can be clicked as well. */
export function PageKeys({ run, picking }: Pick<Bench, 'run'> & { readonly picking: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <button type="button" className={styles.keyButton} onClick={() => run({ kind: 'zoom-in' })}>
        <Key name="F6" />
        {t('keys.zoomShort')}
      </button>
      <WholePageKey onPress={() => run({ kind: 'whole-page' })} />
      <button
        type="button"
        className={styles.keyButton}
        disabled={!picking}
        onClick={() => run({ kind: 'pick-words' })}
      >
        <Key name="F9" />
        {t('keys.pickWordsShort')}
      </button>
    </>
  );
}

/** Turns between the page in full width and the page as a whole. */
export function WholePageKey({ onPress }: { readonly onPress: () => void }) {
  const { t } = useTranslation();
  return (
    <button type="button" className={styles.keyButton} onClick={onPress}>
      <Key name="F8" />
      {t('keys.wholePageShort')}
    </button>
  );
}
