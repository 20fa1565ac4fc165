import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useStation } from '../../app/use-station.ts';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import { AccountFields } from '../accounts/AccountFields.tsx';
import { emptyAccountDraft, mistakesOf } from '../accounts/account-draft.ts';
import { useDraft } from '../accounts/use-draft.ts';
import styles from './SignInScreen.module.css';
import { useEnter } from './use-enter.ts';

/** The first account of the workstation, always an administrator. */
export function FirstAccount() {
  const { t } = useTranslation();
  const { station } = useStation();
  const enter = useEnter();
  const form = useDraft(emptyAccountDraft('administrator'), mistakesOf);
  const create = useMutation({
    mutationFn: async () => {
      const { name, role, secret, seesSpecialCategories } = form.draft;
      const account = await station.session.createAccount({ name, role, secret, seesSpecialCategories });
      await enter(account.id, secret);
    },
  });
  return (
    <form className={styles.form} noValidate onSubmit={form.onSubmit(() => create.mutate())}>
      <AccountFields form={form} nameHelp={t('signIn.nameHelp')} autoFocus />
      {create.isError ? <TroubleNotice error={create.error} onRetry={() => create.mutate()} /> : null}
      <Button type="submit" loading={create.isPending}>
        {t('signIn.create')}
      </Button>
    </form>
  );
}
