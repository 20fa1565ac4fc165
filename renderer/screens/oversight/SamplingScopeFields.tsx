import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { SamplingScope, SamplingSettings } from '../../../contract/sampling.ts';
import { textIn } from '../../app/i18n.ts';
import styles from './oversight.module.css';

export interface SamplingScopeFieldsProps {
  readonly forms: SamplingSettings['forms'];
  readonly scope: SamplingScope;
  onChoose(scope: SamplingScope): void;
}

/** Chooses a form, and one of its fields or all of them. */
export function SamplingScopeFields({ forms, scope, onChoose }: SamplingScopeFieldsProps) {
  const { t, i18n } = useTranslation();
  const ids = { form: useId(), field: useId() };
  const formKey = scope.kind === 'profile' ? '' : scope.formKey;
  const fields = forms.find(({ key }) => key === formKey)?.fields ?? [];
  return (
    <>
      <label htmlFor={ids.form}>{t('sampling.form')}</label>
      <select
        id={ids.form}
        className={styles.select}
        value={formKey}
        data-autofocus
        onChange={(event) => onChoose({ kind: 'form', formKey: event.currentTarget.value })}
      >
        {forms.map(({ key, title }) => (
          <option key={key} value={key}>
            {textIn(i18n.language, title)} ({key})
          </option>
        ))}
      </select>
      <label htmlFor={ids.field}>{t('sampling.field')}</label>
      <select
        id={ids.field}
        className={styles.select}
        value={scope.kind === 'field' ? scope.pointer : ''}
        onChange={({ currentTarget: { value } }) =>
          onChoose(value === '' ? { kind: 'form', formKey } : { kind: 'field', formKey, pointer: value })
        }
      >
        <option value="">{t('sampling.wholeForm')}</option>
        {fields.map(({ pointer, title }) => (
          <option key={pointer} value={pointer}>
            {textIn(i18n.language, title)} ({pointer})
          </option>
        ))}
      </select>
    </>
  );
}
