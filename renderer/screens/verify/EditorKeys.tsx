import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Key } from '../../ui/Keys.tsx';
import type { Bench } from './use-workbench.ts';
import styles from './verify.module.css';

export interface EditorKeysProps extends Pick<Bench, 'run' | 'lastValue'> {
  /** Whether the field in focus has a word that can be taken back. */
  readonly decided: boolean;
  readonly disabled: boolean;
  /** The same at every rendering, as `run` is. */
  onAccept(): void;
}

/** The keys that decide about the field, which can be clicked as well. */
export const EditorKeys = memo(function EditorKeys(props: EditorKeysProps) {
  const { t } = useTranslation();
  const { run, lastValue, decided, disabled, onAccept } = props;
  const keys = [
    { key: t('keys.enter'), text: t('keys.acceptShort'), act: onAccept, off: disabled, primary: true },
    { key: 'F2', text: t('keys.unreadable'), act: () => run({ kind: 'unreadable' }), off: disabled },
    { key: 'F3', text: t('keys.empty'), act: () => run({ kind: 'empty' }), off: disabled },
    {
      key: 'F4',
      text: t('keys.takeBackShort'),
      act: () => run({ kind: 'take-back' }),
      off: disabled || !decided,
    },
    {
      key: 'F5',
      text: lastValue === null ? t('keys.repeatShort') : t('keys.repeatValue', { value: lastValue }),
      act: () => run({ kind: 'repeat-last' }),
      off: disabled || lastValue === null,
    },
    { key: 'F7', text: t('keys.commentShort'), act: () => run({ kind: 'comment' }), off: false },
    { key: 'F10', text: t('keys.notThisFormShort'), act: () => run({ kind: 'not-this-form' }), off: disabled },
    { key: 'F12', text: t('keys.rescanShort'), act: () => run({ kind: 'rescan' }), off: disabled },
    { key: '↑', text: t('keys.previousShort'), act: () => run({ kind: 'previous' }), off: false },
    { key: '↓', text: t('keys.nextShort'), act: () => run({ kind: 'next' }), off: false },
  ];
  return (
    <div className={styles.keys} role="toolbar" aria-label={t('keys.title')}>
      {keys.map(({ key, text, act, off, primary }) => (
        <button
          key={key}
          type="button"
          className={styles.keyButton}
          data-primary={primary}
          disabled={off}
          onClick={act}
        >
          <Key name={key} />
          {text}
        </button>
      ))}
    </div>
  );
});
