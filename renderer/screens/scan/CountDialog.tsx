import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/Dialog.tsx';
import { isMistaken, sheetsOf } from './counted-sheets.ts';
import styles from './scan.module.css';

export interface CountDialogProps {
  readonly expectedSheets: number | null;
  onEnter(expectedSheets: number | null): void;
  onClose(): void;
}

/** The clerk's count of the pile, put right while it goes through: sheets were added, or counted wrongly. */
export function CountDialog({ expectedSheets, onEnter, onClose }: CountDialogProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(expectedSheets === null ? '' : String(expectedSheets));
  const [tried, setTried] = useState(false);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!isMistaken(text)) onEnter(sheetsOf(text));
  };
  return (
    <Dialog onClose={onClose} title={t('scan.countTitle')}>
      <form className={styles.fields} noValidate onSubmit={send}>
        <TextInput
          label={t('scan.expected')}
          description={t('scan.countHelp')}
          value={text}
          inputMode="numeric"
          maxLength={5}
          data-autofocus
          error={tried && isMistaken(text) ? t('scan.expectedBad') : null}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <div className={styles.dialogActions}>
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button type="submit">{t('scan.useCount')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
