import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SecretDraft } from './account-draft.ts';
import type { DraftForm } from './use-draft.ts';

export interface SecretFieldsProps<Draft extends SecretDraft> {
  readonly form: DraftForm<Draft>;
  readonly label?: string;
  readonly repeatLabel?: string;
  /** Takes the focus when a dialog opens. */
  readonly isFirst?: boolean;
}

/** A new password, twice. */
export function SecretFields<Draft extends SecretDraft>(props: SecretFieldsProps<Draft>) {
  const { t } = useTranslation();
  const { form, label = t('signIn.secret'), repeatLabel = t('signIn.repeat'), isFirst = false } = props;
  const { draft, mistakes, change } = form;
  return (
    <>
      <TextInput
        type="password"
        name="secret"
        label={label}
        description={t('signIn.secretHelp')}
        value={draft.secret}
        error={mistakes.secret === undefined ? null : t('signIn.secretShort')}
        maxLength={200}
        autoComplete="new-password"
        data-autofocus={isFirst || undefined}
        required
        withAsterisk={false}
        onChange={(event) => change('secret', event.currentTarget.value)}
      />
      <TextInput
        type="password"
        name="repeat"
        label={repeatLabel}
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
