import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageProblem } from '../../../../../contracts/api/messages.ts';

/** A problem or a warning of the api in the user's language; of one that is not known here, the api's own sentence. */
export function useProblemText(): (problem: MessageProblem) => string {
  const { t, i18n } = useTranslation();
  return useCallback(
    ({ code, message, row }) => {
      const key = [`compose.problem.${code}`, `compose.warning.${code}`].find((one) => i18n.exists(one));
      const words = key === undefined ? message : t(key as 'compose.title');
      return row === null ? words : t('compose.atRow', { row, words });
    },
    [t, i18n],
  );
}
