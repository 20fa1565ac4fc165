import { useTranslation } from 'react-i18next';
import { textIn } from '../../app/i18n.ts';
import { Notice } from '../../ui/Notice.tsx';
import type { Overtaken } from './use-half-typed.ts';

/** Somebody decided the field in which this person was typing when they left: what they had typed, so that it is not lost. */
export function OvertakenNotice({ overtaken }: { readonly overtaken: Overtaken | null }) {
  const { t, i18n } = useTranslation();
  if (overtaken === null) return null;
  const { field, text } = overtaken;
  return (
    <Notice tone="doubt" role="status">
      {t('verify.overtaken', { field: textIn(i18n.language, field.title), text })}
    </Notice>
  );
}
