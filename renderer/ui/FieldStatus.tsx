import { useTranslation } from 'react-i18next';
import type { Field } from '../../contract/document.ts';
import type { IconName } from './Icon.tsx';
import type { Tone } from './Notice.tsx';
import { Status } from './Status.tsx';

const looks: Record<Field['status'], { readonly tone: Tone; readonly icon: IconName }> = {
  accepted: { tone: 'sure', icon: 'sure' },
  doubtful: { tone: 'doubt', icon: 'doubtful' },
  missing: { tone: 'doubt', icon: 'missing' },
  invalid: { tone: 'wrong', icon: 'invalid' },
};

/** Where a field stands: a person's word once there is one, else how sure the machine is. */
export function FieldStatus({ field }: { readonly field: Field }) {
  const { t } = useTranslation();
  if (field.verification !== null && !field.open) {
    return (
      <Status tone="sure" icon="person">
        {t(`verdict.${field.verification.verdict}`)}
      </Status>
    );
  }
  return <Status {...looks[field.status]}>{t(`fieldStatus.${field.status}`)}</Status>;
}
