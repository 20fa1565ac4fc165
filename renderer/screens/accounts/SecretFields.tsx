import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SecretDraft } from './account-draft.ts';
import type { DraftForm } from './use-draft.ts';

/** A new password, twice. */
export function SecretFields({ form }: { readonly form: DraftForm<SecretDraft> }) {
  const { t } = useTranslation();
  const { draft, mistakes, change } = form;
  return (
    <>
      <TextInput
        type="password"
        name="secret"
        label={t('signIn.secret')}
        description={t('signIn.secretHelp')}
        value={draft.secret}
        error={mistakes.secret === undefined ? null : t('signIn.secretShort')}
        maxLength={200}
        autoComplete="new-password"
        required
        withAsterisk={false}
        onChange={(event) => change('secret', event.currentTarget.value)}
      />
      <TextInput
        type="password"
        name="repeat"
        label={t('signIn.repeat')}
        value={draft.repeat}
        error={mistakes.repeat === undefined ? null : t('signIn.mismatch')}
        maxLength={200}
        autoComplete="new-password"
        required
        withAsterisk={false}
        onChange={(event) => change('repeat', event.currentTarget.value)}
      />
    </>
  );
}
