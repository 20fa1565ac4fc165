import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AccountDraft } from './account-draft.ts';
import { SecretFields } from './SecretFields.tsx';
import type { DraftForm } from './use-draft.ts';

export interface AccountFieldsProps {
  readonly form: DraftForm<AccountDraft>;
  /** What the name is for, said to whom is asked for it. */
  readonly nameHelp: string;
  readonly autoFocus?: boolean;
}

/** Name and password of a new account, the password twice. */
export function AccountFields({ form, nameHelp, autoFocus = false }: AccountFieldsProps) {
  const { t } = useTranslation();
  const { draft, mistakes, change } = form;
  return (
    <>
      <TextInput
        name="name"
        label={t('signIn.name')}
        description={nameHelp}
        value={draft.name}
        error={mistakes.name === undefined ? null : t('signIn.nameMissing')}
        maxLength={80}
        autoComplete="off"
        autoFocus={autoFocus}
        required
        withAsterisk={false}
        onChange={(event) => change('name', event.currentTarget.value)}
      />
      <SecretFields form={form} />
    </>
  );
}
