import { createLanguageSwitch, type Language } from '../../../renderer/app/i18n.ts';

/** The texts of the screens in one language. */
export function textsIn(language: Language) {
  return createLanguageSwitch({ getItem: () => language, setItem: () => {} }, language).t;
}
