import { useTranslation } from 'react-i18next';

/** Looks a word of the engine up in the present language; one that a newer engine says stays as it is. */
export function useKnownWord(): (key: string, word: string) => string {
  const { t, i18n } = useTranslation();
  return (key, word) => (i18n.exists(key) ? t(key as 'app.name') : word);
}
