import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Link } from '../live/stream.ts';
import { timeOfDay } from './date-time.tsx';
import { Notice } from './notice.tsx';

/** Says above live data that it is not live any more; nothing while it is. */
export function StaleBanner({ link: { state, heardAt } }: { link: Link }): ReactElement | null {
  const { t } = useTranslation();
  if (state !== 'stale') return null;
  return (
    <Notice tone="warn">{t('components.stale', { at: heardAt === null ? '–' : timeOfDay(heardAt) })}</Notice>
  );
}
