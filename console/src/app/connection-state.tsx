import { CheckCircleFilled, ClockCircleFilled, SyncOutlined } from '@ant-design/icons';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { timeOfDay } from '../components/date-time.tsx';
import { useConnection } from '../live/connection.ts';

const ICON = {
  connecting: SyncOutlined,
  connected: CheckCircleFilled,
  reconnecting: SyncOutlined,
  stale: ClockCircleFilled,
} as const;

/** Whether what is shown is of now: icon and words, never colour alone. */
export function ConnectionState(): ReactElement {
  const { t } = useTranslation();
  const { state, heardAt } = useConnection();
  const Icon = ICON[state];
  const words =
    state === 'stale'
      ? t('app.connection.stale', { at: heardAt === null ? '–' : timeOfDay(heardAt) })
      : t(`app.connection.${state}`);
  return (
    <output
      className="cw-connection"
      data-state={state}
      aria-label={`${t('app.connection.label')}: ${words}`}
    >
      <Icon aria-hidden />
      <span>{words}</span>
    </output>
  );
}
