import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentDetail } from '../../../contract/document.ts';
import type { FormSummary } from '../../../contract/form.ts';
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
  const installed = useQuery(queries.forms()).data ?? [];
  const others = installed.filter(({ key }) => key !== document.form?.key);
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
          {others.map((form) => (
            <label key={form.key}>
              <input type="radio" name="form" checked={formKey === form.key} onChange={() => setFormKey(form.key)} />
              {nameAmong(installed, form, i18n.language)}
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

/** The title, with the version where several versions of a form are installed. */
function nameAmong(forms: readonly FormSummary[], { title, version }: FormSummary, language: string): string {
  const name = textIn(language, title);
  const alike = forms.filter((other) => textIn(language, other.title) === name);
  return alike.length > 1 ? `${name} ${version}` : name;
}
