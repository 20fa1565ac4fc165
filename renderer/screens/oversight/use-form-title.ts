import { useTranslation } from 'react-i18next';
import type { FieldFigures } from '../../../contract/oversight.ts';
import { textIn } from '../../app/i18n.ts';

/** Names a form in the language of the screen. */
export function useFormTitle(): (form: FieldFigures['form']) => string {
  const { t, i18n } = useTranslation();
  return (form) => (form === null ? t('batch.unknownForm') : textIn(i18n.language, form.title));
}
