import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../components/choice.tsx';
import { chooseTheme, THEMES, useThemeChoice } from '../design/theme-choice.ts';
import { chooseLanguage, LANGUAGES, type Language } from '../i18n/start.ts';

/** Each language in its own words: who cannot read the present one finds the other. */
const NAMES: Readonly<Record<Language, string>> = { ko: '한국어', en: 'English' };

/** Language and theme, kept in this browser. */
export function Preferences(): ReactElement {
  const { t, i18n } = useTranslation();
  const theme = useThemeChoice();
  return (
    <div className="cw-preferences">
      <Choice
        label={t('app.language')}
        value={i18n.language === 'en' ? 'en' : 'ko'}
        options={LANGUAGES.map((value) => ({ value, label: NAMES[value], lang: value }))}
        onChange={(language) => void chooseLanguage(language)}
      />
      <Choice
        label={t('app.theme')}
        value={theme}
        options={THEMES.map((value) => ({ value, label: t(`app.themes.${value}`) }))}
        onChange={chooseTheme}
      />
    </div>
  );
}
