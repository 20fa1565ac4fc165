import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../contract/account.ts';
import { RadioRow } from '../../ui/RadioRow.tsx';
import { SecretField } from '../../ui/SecretField.tsx';
import { TroubleNotice } from '../../ui/TroubleNotice.tsx';
import styles from './SignInScreen.module.css';
import { useEnter } from './use-enter.ts';

/** One's name from the list, then one's password. */
export function ChooseAccount({ accounts }: { readonly accounts: readonly Account[] }) {
  const { t } = useTranslation();
  const enter = useEnter();
  const [wantedId, setWantedId] = useState<string | null>(null);
  // Who was wanted may have been deactivated meanwhile.
  const chosenId = (accounts.find(({ id }) => id === wantedId) ?? accounts[0])?.id;
  const [secret, setSecret] = useState('');
  const signIn = useMutation({
    mutationFn: (accountId: string) => enter(accountId, secret),
    onError: () => setSecret(''),
  });
  const list = useRef<HTMLFieldSetElement>(null);
  // Saying who one is comes first on this screen.
  useEffect(() => list.current?.querySelector('input')?.focus(), []);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (chosenId !== undefined) signIn.mutate(chosenId);
      }}
    >
      <fieldset ref={list} className={styles.accounts}>
        <legend className="visually-hidden">{t('signIn.account')}</legend>
        {accounts.map((account) => (
          <RadioRow
            key={account.id}
            name="account"
            value={account.id}
            checked={account.id === chosenId}
            title={account.name}
            detail={t(`role.${account.role}`)}
            onChoose={() => setWantedId(account.id)}
          />
        ))}
      </fieldset>
      <SecretField value={secret} onChange={setSecret} />
      {signIn.isError ? <TroubleNotice error={signIn.error} /> : null}
      <Button type="submit" loading={signIn.isPending}>
        {t('signIn.enter')}
      </Button>
    </form>
  );
}
