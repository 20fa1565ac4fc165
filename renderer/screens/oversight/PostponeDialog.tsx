import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStation } from '../../app/use-station.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { lastDay } from '../../ui/dates.ts';
import { ReasonField } from '../../ui/ReasonField.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import styles from './oversight.module.css';

export interface PostponeDialogProps {
  readonly documentId: string;
  onClose(): void;
  onDone(): void;
}

/** Until which day a document waits, and why. */
export function PostponeDialog({ documentId, onClose, onDone }: PostponeDialogProps) {
  const { t } = useTranslation();
  const { station } = useStation();
  const [day, setDay] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const isWhole = day !== '' && reason.trim() !== '';
  const postpone = useMutation({
    mutationFn: () => station.work.postpone({ documentId, until: startOfDay(day), reason: reason.trim() }),
    onSuccess: onDone,
  });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (isWhole) postpone.mutate();
  };
  return (
    <Dialog onClose={onClose} title={t('oversight.postpone')}>
      <form className={styles.form} noValidate onSubmit={send}>
        <TextInput
          type="date"
          max={lastDay}
          label={t('oversight.postponeUntil')}
          value={day}
          error={tried && day === '' ? t('oversight.dayMissing') : null}
          data-autofocus
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <ReasonField
          label={t('oversight.reason')}
          help={t('oversight.reasonHelp')}
          value={reason}
          mistake={tried && reason.trim() === '' ? t('oversight.reasonMissing') : null}
          maxLength={500}
          rows={3}
          onChange={setReason}
        />
        {postpone.isError ? <TroubleNotice error={postpone.error} /> : null}
        <div className={styles.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" loading={postpone.isPending}>
            {t('oversight.postpone')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** The instant at which a day of the calendar here begins. */
function startOfDay(day: string): string {
  return new Date(`${day}T00:00:00`).toISOString();
}
