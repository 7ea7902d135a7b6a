import { CalendarOutlined, CheckCircleOutlined, CoffeeOutlined, MoonOutlined } from '@ant-design/icons';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Hours } from '../../../../contracts/call/event.ts';
import { StatusTag } from '../../components/status-tag.tsx';

const LOOK = {
  open: { tone: 'ok', Icon: CheckCircleOutlined },
  closed: { tone: 'idle', Icon: MoonOutlined },
  lunch: { tone: 'warn', Icon: CoffeeOutlined },
  holiday: { tone: 'info', Icon: CalendarOutlined },
} as const;

/** What hours say: open, closed, lunch or holiday. */
export function VerdictTag({ verdict }: { verdict: Hours }): ReactElement {
  const { t } = useTranslation();
  const { tone, Icon } = LOOK[verdict];
  return (
    <StatusTag tone={tone} icon={<Icon aria-hidden />}>
      {t(`calendars.verdict.${verdict}`)}
    </StatusTag>
  );
}
