import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { roleSchema } from '../../../contract/account.ts';
import { useStation } from '../../app/use-station.ts';
import { Notice } from '../../ui/Notice.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import { AccountFields } from './AccountFields.tsx';
import { emptyAccountDraft, mistakesOf } from './account-draft.ts';
import styles from './accounts.module.css';
import { useDraft } from './use-draft.ts';

/** A further account, made by an administrator. */
export function NewAccount() {
  const { t } = useTranslation();
  const { station, queries } = useStation();
  const queryClient = useQueryClient();
  const form = useDraft(emptyAccountDraft('clerk'), mistakesOf);
  const create = useMutation({
    mutationFn: () => {
      const { name, role, secret, seesSpecialCategories } = form.draft;
      return station.session.createAccount({ name, role, secret, seesSpecialCategories });
    },
    onSuccess: async () => {
      form.reset();
      await queryClient.invalidateQueries({ queryKey: queries.session().queryKey });
    },
  });
  return (
    <form className={styles.form} noValidate onSubmit={form.onSubmit(() => create.mutate())}>
      <AccountFields form={form} nameHelp={t('accounts.nameHelp')} />
      <fieldset className={styles.roles}>
        <legend>{t('accounts.role')}</legend>
        {roleSchema.options.map((role) => (
          <label key={role} className={styles.role}>
            <input
              type="radio"
              name="role"
              value={role}
              checked={form.draft.role === role}
              onChange={() => form.change('role', role)}
            />
            <span>
              <strong>{t(`role.${role}`)}</strong>
              <span className={styles.roleHelp}>{t(`accounts.roles.${role}`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <label className={styles.role}>
        <input
          type="checkbox"
          name="seesSpecialCategories"
          checked={form.draft.seesSpecialCategories}
          onChange={(event) => form.change('seesSpecialCategories', event.currentTarget.checked)}
        />
        <span>
          <strong>{t('accounts.special')}</strong>
          <span className={styles.roleHelp}>{t('accounts.specialHelp')}</span>
        </span>
      </label>
      {create.isError ? <TroubleNotice error={create.error} onRetry={() => create.mutate()} /> : null}
      {create.isSuccess ? (
        <Notice tone="sure" role="status">
          {t('accounts.created', { name: create.data.name })}
        </Notice>
      ) : null}
      <div>
        <Button type="submit" loading={create.isPending}>
          {t('accounts.create')}
        </Button>
      </div>
    </form>
  );
}
