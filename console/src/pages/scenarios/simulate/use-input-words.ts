import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** What somebody decided in a simulated call: keys as they are, known words in the reader's language. */
export function useInputWords(): (word: string) => string {
  const { t, i18n } = useTranslation();
  return useCallback(
    (word) => {
      const short = /^tooShort:(.*)$/.exec(word)?.[1];
      if (short !== undefined) return `${short} (${t('scenarios.simulate.input.tooShort')})`;
      const key = `scenarios.simulate.input.${word}`;
      return /^[a-zA-Z]+$/.test(word) && i18n.exists(key) ? t(key as 'scenarios.title') : word;
    },
    [t, i18n],
  );
}
