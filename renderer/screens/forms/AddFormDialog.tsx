import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SourceKind } from '../../../contract/shell.ts';
import { textIn } from '../../app/i18n.ts';
import { useServices } from '../../app/services.ts';
import { useStation } from '../../app/use-station.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import { nameOfPath } from '../batches/new-batch.ts';
import { Findings } from './Findings.tsx';
import styles from './forms.module.css';
import { SoundForm } from './SoundForm.tsx';

export interface AddFormDialogProps {
  onClose(): void;
  /** Told what was done, in words. */
  onAdded(text: string): void;
}

/** A form package is chosen, checked and shown before it is taken in. */
export function AddFormDialog({ onClose, onAdded }: AddFormDialogProps) {
  const { t, i18n } = useTranslation();
  const { shell } = useServices();
  const { station, queries } = useStation();
  const queryClient = useQueryClient();
  const check = useMutation({ mutationFn: (path: string) => station.forms.check({ path }) });
  const add = useMutation({
    mutationFn: (chosen: { readonly path: string; readonly digest: string }) => station.forms.add(chosen),
    onSuccess: async ({ title, version }) => {
      await queryClient.invalidateQueries({ queryKey: queries.forms().queryKey });
      onAdded(t('forms.added', { title: textIn(i18n.language, title), version }));
      onClose();
    },
  });
  const choose = async (kind: SourceKind): Promise<void> => {
    const [path] = await shell.chooseSources(kind);
    if (path === undefined) return;
    add.reset();
    check.mutate(path);
  };
  const path = check.variables;
  const found = check.data;
  return (
    <Dialog onClose={onClose} title={t('forms.add')} size="lg">
      <div className={styles.dialog}>
        <fieldset className={styles.choice}>
          <legend>{t('forms.choose')}</legend>
          <p className={styles.soft}>{t('forms.chooseHelp')}</p>
          <div className={styles.choosers}>
            <Button variant="default" data-autofocus onClick={() => void choose('folder')}>
              {t('forms.chooseFolder')}
            </Button>
            <Button variant="default" onClick={() => void choose('zip')}>
              {t('forms.chooseZip')}
            </Button>
          </div>
        </fieldset>
        <p role="status">
          {path === undefined
            ? null
            : t(check.isPending ? 'forms.checking' : 'forms.chosen', { name: nameOfPath(path) })}
        </p>
        {check.isError ? <TroubleNotice error={check.error} /> : null}
        {found?.kind === 'faulty' ? <Findings findings={found.findings} /> : null}
        {found?.kind === 'sound' && path !== undefined ? (
          <SoundForm
            found={found}
            running={add.isPending}
            trouble={add.error}
            onTake={() => add.mutate({ path, digest: found.digest })}
          />
        ) : null}
      </div>
    </Dialog>
  );
}
