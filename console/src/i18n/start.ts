import type { Locale } from 'antd/es/locale';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { createStored } from '../design/stored.ts';
import type { Texts } from './texts.ts';

export const LANGUAGES = ['ko', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

type Loaded = { readonly texts: Texts; readonly antd: Locale };

/** One language is loaded with the first page, the other when it is asked for. */
const LOAD: Readonly<Record<Language, () => Promise<Loaded>>> = {
  ko: () => import('./load-ko.ts').then(({ loaded }) => loaded),
  en: () => import('./load-en.ts').then(({ loaded }) => loaded),
};

const browsers: Language = navigator.languages.some((tag) => tag.startsWith('ko'))
  ? 'ko'
  : navigator.language.startsWith('en')
    ? 'en'
    : 'ko';
const stored = createStored<Language>('language', LANGUAGES, browsers);
const antdLocales = new Map<string, Locale>();

async function load(language: Language): Promise<void> {
  if (antdLocales.has(language)) return;
  const { texts, antd } = await LOAD[language]();
  antdLocales.set(language, antd);
  i18next.addResourceBundle(language, 'translation', texts);
}

/** Loads the texts of the stored (or the browser's) language; called once, before anything is drawn. */
export async function startTexts(): Promise<void> {
  const language = stored.get();
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: {},
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  await load(language);
  document.documentElement.lang = language;
}

/** Changes the language of everything shown, and keeps it for the next visit. */
export async function chooseLanguage(language: Language): Promise<void> {
  await load(language);
  stored.set(language);
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}

/** antd's own words in a language that is loaded. */
export const antdLocale = (language: string): Locale | undefined => antdLocales.get(language);
