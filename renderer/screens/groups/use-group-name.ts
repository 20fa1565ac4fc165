import { useTranslation } from 'react-i18next';
import type { Group } from '../../../contract/verification-aids.ts';
import { textIn } from '../../app/i18n.ts';
import { shownValue } from '../../ui/value-text.ts';

/** What the members of a group have in common, in words. */
export function useGroupName({ title, editor, value, character }: Group): string {
  const { t, i18n } = useTranslation();
  if (character !== null) return t('groups.character', { character });
  const shown = shownValue(editor, value, { yes: t('field.yes'), no: t('field.no') }, i18n.language);
  return t('groups.same', { field: textIn(i18n.language, title), value: shown });
}
