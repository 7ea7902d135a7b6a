import { useTranslation } from 'react-i18next';
import type { Texts } from '../../../contracts/api/texts.ts';

/** Picks the present language out of a sentence that the api gives in both. */
export function useTexts(): (texts: Texts) => string {
  const { i18n } = useTranslation();
  return (texts) => (i18n.language === 'en' ? texts.en : texts.ko);
}
