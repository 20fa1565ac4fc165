import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WaitingDocument } from '../../../contract/work.ts';
import { useStation } from '../../app/use-station.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import styles from './oversight.module.css';

export interface AssignDialogProps {
  readonly waiting: WaitingDocument;
  onClose(): void;
  onDone(): void;
}

/** Who is to do a document; nobody in particular gives it back to all. */
export function AssignDialog({ waiting: { document, assignedTo }, onClose, onDone }: AssignDialogProps) {
  const { t } = useTranslation();
  const { station, queries } = useStation();
  const [accountId, setAccountId] = useState(assignedTo?.id ?? '');
  const accounts = useQuery(queries.session()).data?.accounts ?? [];
  const assign = useMutation({
    mutationFn: () => station.work.assign({ documentId: document.id, accountId: accountId || null }),
    onSuccess: onDone,
  });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    assign.mutate();
  };
  return (
    <Dialog onClose={onClose} title={t('oversight.assign')}>
      <form className={styles.form} onSubmit={send}>
        <SelectField label={t('oversight.assignTo')} value={accountId} isFirst onChoose={setAccountId}>
          <option value="">{t('oversight.everybody')}</option>
          {accounts
            .filter(({ role }) => role !== 'auditor')
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </SelectField>
        {assign.isError ? <TroubleNotice error={assign.error} /> : null}
        <div className={styles.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" loading={assign.isPending}>
            {t('oversight.assign')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
