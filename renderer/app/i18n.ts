import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Bilingual } from '../../contract/common.ts';
import { en } from './translations/en.ts';
import { it } from './translations/it.ts';
import type { Translations } from './translations/types.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: Translations };
  }
}

export const languages = ['it', 'en'] as const;
export type Language = (typeof languages)[number];

export const languageNames: Record<Language, string> = { it: 'Italiano', en: 'English' };

const storageKey = 'tabularium.language';

/** Where the choice of language is remembered; the window's localStorage. */
export type Memory = Pick<Storage, 'getItem' | 'setItem'>;

/** The window's texts. Starts in the language chosen last, else in that of the system, else in Italian. */
export function createLanguageSwitch(memory: Memory, systemLanguage: string = navigator.language): i18n {
  const instance = createInstance();
  instance.on('languageChanged', (language) => {
    memory.setItem(storageKey, language);
    document.documentElement.lang = language;
  });
  void instance.use(initReactI18next).init({
    lng: languageOf(memory.getItem(storageKey) ?? systemLanguage),
    fallbackLng: 'en',
    resources: { it: { translation: it }, en: { translation: en } },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return instance;
}

/** The product's language nearest to a language tag. */
export function languageOf(tag: string): Language {
  return tag.toLowerCase().startsWith('en') ? 'en' : 'it';
}

/** Picks the text in the person's language. */
export function textIn(language: string, text: Bilingual): string {
  return text[languageOf(language)];
}
