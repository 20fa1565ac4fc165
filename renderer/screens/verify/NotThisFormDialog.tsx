import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentDetail } from '../../../contract/document.ts';
import { textIn } from '../../app/i18n.ts';
import { useStation } from '../../app/use-station.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import { useGoOn } from './use-go-on.ts';
import styles from './verify.module.css';

export interface NotThisFormDialogProps {
  readonly document: DocumentDetail;
  onClose(): void;
}

/** Has the pages read again as what they are; the next document is opened meanwhile. */
export function NotThisFormDialog({ document, onClose }: NotThisFormDialogProps) {
  const { t, i18n } = useTranslation();
  const { station, queries } = useStation();
  const queryClient = useQueryClient();
  const { goOn } = useGoOn('verify');
  const announce = useAnnounce();
  const forms = (useQuery(queries.forms()).data ?? []).filter(({ key }) => key !== document.form?.key);
  const [formKey, setFormKey] = useState<string | null>(null);
  const leave = useMutation({
    mutationFn: () => station.verification.leaveForm({ documentId: document.id, formKey }),
    onSuccess: () => {
      goOn(document);
      queryClient.removeQueries({ queryKey: queries.document(document.id).queryKey });
      announce(t('notThisForm.done'));
    },
  });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    leave.mutate();
  };
  return (
    <Dialog onClose={onClose} title={t('notThisForm.title')}>
      <form className={styles.form} onSubmit={send}>
        <p>{t('notThisForm.help')}</p>
        <fieldset className={styles.about}>
          <legend>{t('notThisForm.readAs')}</legend>
          <label>
            <input
              type="radio"
              name="form"
              checked={formKey === null}
              data-autofocus
              onChange={() => setFormKey(null)}
            />
            {t('notThisForm.plain')}
          </label>
          {forms.map(({ key, title }) => (
            <label key={key}>
              <input type="radio" name="form" checked={formKey === key} onChange={() => setFormKey(key)} />
              {textIn(i18n.language, title)}
            </label>
          ))}
        </fieldset>
        {leave.isError ? <TroubleNotice error={leave.error} onRetry={() => leave.mutate()} /> : null}
        <div className={styles.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" loading={leave.isPending}>
            {t('notThisForm.confirm')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
