import { useTranslation } from 'react-i18next';
import type { SamplingScope, SamplingSettings } from '../../../contract/sampling.ts';
import { textIn } from '../../app/i18n.ts';
import { SelectField } from '../../ui/SelectField.tsx';

export interface SamplingScopeFieldsProps {
  readonly forms: SamplingSettings['forms'];
  readonly scope: SamplingScope;
  onChoose(scope: SamplingScope): void;
}

/** Chooses a form, and one of its fields or all of them. */
export function SamplingScopeFields({ forms, scope, onChoose }: SamplingScopeFieldsProps) {
  const { t, i18n } = useTranslation();
  const formKey = scope.kind === 'profile' ? '' : scope.formKey;
  const fields = forms.find(({ key }) => key === formKey)?.fields ?? [];
  return (
    <>
      <SelectField
        label={t('sampling.form')}
        value={formKey}
        isFirst
        onChoose={(chosen) => onChoose({ kind: 'form', formKey: chosen })}
      >
        {forms.map(({ key, title }) => (
          <option key={key} value={key}>
            {textIn(i18n.language, title)} ({key})
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('sampling.field')}
        value={scope.kind === 'field' ? scope.pointer : ''}
        onChoose={(pointer) =>
          onChoose(pointer === '' ? { kind: 'form', formKey } : { kind: 'field', formKey, pointer })
        }
      >
        <option value="">{t('sampling.wholeForm')}</option>
        {fields.map(({ pointer, title }) => (
          <option key={pointer} value={pointer}>
            {textIn(i18n.language, title)} ({pointer})
          </option>
        ))}
      </SelectField>
    </>
  );
}
