import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecipientView } from '../../../../../contracts/api/messages.ts';

/** Why a recipient was left out, or what the provider said of his last text, with its code; a dash for nothing. */
export function useReason(): (row: Pick<RecipientView, 'exclusion' | 'outcome' | 'sends'>) => string {
  const { t } = useTranslation();
  return useCallback(
    ({ exclusion, outcome, sends }) => {
      if (exclusion !== null) return t(`messages.exclusion.${exclusion}`);
      const last = sends.at(-1);
      if (last === undefined || outcome === 'delivered') return '–';
      const said = [last.reason, last.code === null ? null : `(${last.code})`];
      return said.filter((word) => word !== null).join(' ') || '–';
    },
    [t],
  );
}
