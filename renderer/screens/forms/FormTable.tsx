import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InstalledForm } from '../../../contract/form.ts';
import { textIn } from '../../app/i18n.ts';
import { useMay, useStation } from '../../app/use-station.ts';
import { formatCount } from '../../ui/counts.ts';
import { formatInstant } from '../../ui/dates.ts';
import { Status } from '../../ui/Status.tsx';
import { TableFrame } from '../../ui/TableFrame.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import { FormEditions, FormFields } from './FormFacts.tsx';
import styles from './forms.module.css';
import { RetireFormDialog } from './RetireFormDialog.tsx';

export interface FormTableProps {
  readonly forms: readonly InstalledForm[];
  /** Told what was done, in words. */
  onTold(text: string | null): void;
}

/** Every form with what it asks for and how much was read with it; an administrator retires forms and takes them back. */
export function FormTable({ forms, onTold }: FormTableProps) {
  const { t, i18n } = useTranslation();
  const { station, queries } = useStation();
  const queryClient = useQueryClient();
  const mayRetire = useMay()('forms.retire');
  const [retiring, setRetiring] = useState<InstalledForm | null>(null);
  const restore = useMutation({
    mutationFn: ({ key }: InstalledForm) => station.forms.restore({ formKey: key }),
    onMutate: () => onTold(null),
    onSuccess: async (_answer, { title, version }) => {
      await queryClient.invalidateQueries({ queryKey: queries.forms().queryKey });
      onTold(t('forms.restoredDone', { title: textIn(i18n.language, title), version }));
    },
  });
  return (
    <>
      <TableFrame label={t('screen.forms')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('forms.title')}</th>
              <th scope="col">{t('forms.version')}</th>
              <th scope="col">{t('forms.editions')}</th>
              <th scope="col">{t('forms.asks')}</th>
              <th scope="col" className={styles.number}>
                {t('forms.documents')}
              </th>
              {mayRetire ? <th scope="col">{t('forms.use')}</th> : null}
            </tr>
          </thead>
          <tbody>
            {forms.map((form) => (
              <FormRow
                key={form.key}
                form={form}
                onChange={mayRetire ? () => (form.retired === null ? setRetiring(form) : restore.mutate(form)) : null}
              />
            ))}
          </tbody>
        </table>
      </TableFrame>
      {restore.isError ? <TroubleNotice error={restore.error} /> : null}
      {retiring === null ? null : (
        <RetireFormDialog form={retiring} onClose={() => setRetiring(null)} onDone={onTold} />
      )}
    </>
  );
}

interface FormRowProps {
  readonly form: InstalledForm;
  /** Retires the form or takes it back; null for whoever may not. */
  readonly onChange: (() => void) | null;
}

function FormRow({ form, onChange }: FormRowProps) {
  const { t, i18n } = useTranslation();
  const { key, version, title, service, description, documents, retired } = form;
  const name = textIn(i18n.language, title);
  const inUse = retired === null;
  return (
    <tr data-retired={!inUse || undefined}>
      <td className={styles.titleCell}>
        <span className={styles.title}>{name}</span>{' '}
        {inUse ? null : (
          <Status tone="muted" icon="wait">
            {t('forms.retired')}
          </Status>
        )}
        <span className={styles.under}>{textIn(i18n.language, service)}</span>
        {description === null ? null : <span className={styles.under}>{textIn(i18n.language, description)}</span>}
      </td>
      <td className={styles.versionCell} title={key}>
        {version}
        <span className={styles.under}>{useOrigin(form)}</span>
      </td>
      <td>
        <FormEditions form={form} />
      </td>
      <td>
        <FormFields form={form} />
      </td>
      <td className={styles.number}>{formatCount(documents, i18n.language)}</td>
      {onChange === null ? null : (
        <td>
          {/* One button of two meanings, so that the focus stays on it. */}
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t(inUse ? 'forms.retireOne' : 'forms.restoreOne', { title: name, version })}
            onClick={onChange}
          >
            {t(inUse ? 'forms.retire' : 'forms.restore')}
          </Button>
        </td>
      )}
    </tr>
  );
}

/** Since when the form is there, or is not used any more, and by whose doing. */
function useOrigin({ added, retired }: InstalledForm): string {
  const { t, i18n } = useTranslation();
  const day = (at: string): string => formatInstant(at, i18n.language);
  if (retired !== null) {
    const by = t('forms.retiredBy', { at: day(retired.at), name: retired.by ?? '' });
    return `${t('forms.retired')} ${by}`;
  }
  if (added === null) return t('forms.withProgram');
  if (added.by === null) return t('forms.addedAt', { at: day(added.at) });
  return t('forms.addedBy', { at: day(added.at), name: added.by });
}
