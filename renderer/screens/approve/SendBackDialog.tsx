import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentDetail } from '../../../contract/document.ts';
import { useStation } from '../../app/use-station.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { ReasonField } from '../../ui/ReasonField.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import styles from './approve.module.css';

export interface SendBackDialogProps {
  readonly documentId: string;
  onClose(): void;
  onSent(document: DocumentDetail): void;
}

/** Why the document has to be verified again. */
export function SendBackDialog({ documentId, onClose, onSent }: SendBackDialogProps) {
  const { t } = useTranslation();
  const { station } = useStation();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const sendBack = useMutation({
    mutationFn: () => station.verification.sendBack({ documentId, reason: reason.trim() }),
    onSuccess: onSent,
  });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (reason.trim() !== '') sendBack.mutate();
  };
  return (
    <Dialog onClose={onClose} title={t('approve.sendBackTitle')}>
      <form className={styles.form} noValidate onSubmit={send}>
        <ReasonField
          label={t('approve.reason')}
          help={t('approve.reasonHelp')}
          value={reason}
          mistake={tried && reason.trim() === '' ? t('approve.reasonMissing') : null}
          maxLength={500}
          rows={4}
          first
          onChange={setReason}
        />
        {sendBack.isError ? <TroubleNotice error={sendBack.error} onRetry={() => sendBack.mutate()} /> : null}
        <div className={styles.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" loading={sendBack.isPending}>
            {t('approve.confirmSendBack')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
