import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { InstalledForm } from '../../../contract/form.ts';
import { textIn } from '../../app/i18n.ts';
import { useStation } from '../../app/use-station.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import styles from './forms.module.css';

export interface RetireFormDialogProps {
  readonly form: InstalledForm;
  onClose(): void;
  /** Told what was done, in words. */
  onDone(text: string): void;
}

/** Says what retiring a form means before it is done. */
export function RetireFormDialog({ form, onClose, onDone }: RetireFormDialogProps) {
  const { t, i18n } = useTranslation();
  const { station, queries } = useStation();
  const queryClient = useQueryClient();
  const named = { title: textIn(i18n.language, form.title), version: form.version };
  const retire = useMutation({
    mutationFn: () => station.forms.retire({ formKey: form.key }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: queries.forms().queryKey });
      onDone(t('forms.retiredDone', named));
      onClose();
    },
  });
  return (
    <Dialog onClose={onClose} title={t('forms.retireOne', named)}>
      <div className={styles.dialog}>
        <p>{t('forms.retireHelp')}</p>
        {retire.isError ? <TroubleNotice error={retire.error} /> : null}
        <div className={styles.buttons}>
          <Button variant="default" data-autofocus onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button loading={retire.isPending} onClick={() => retire.mutate()}>
            {t('forms.retireNow')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
