import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export interface SecretFieldProps {
  readonly value: string;
  readonly autoFocus?: boolean;
  onChange(secret: string): void;
}

/** The password or PIN of somebody who has an account already. */
export function SecretField({ value, autoFocus = false, onChange }: SecretFieldProps) {
  const { t } = useTranslation();
  return (
    <TextInput
      type="password"
      label={t('signIn.secret')}
      value={value}
      maxLength={200}
      autoComplete="current-password"
      autoFocus={autoFocus}
      required
      withAsterisk={false}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
