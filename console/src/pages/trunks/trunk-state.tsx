import { QuestionCircleOutlined } from '@ant-design/icons';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrunkView } from '../../../../contracts/api/trunks.ts';
import { StatusTag } from '../../components/status-tag.tsx';

const TONE = { up: 'ok', degraded: 'warn', down: 'bad', missing: 'bad', unknown: 'idle' } as const;

/** Whether calls can go out. */
export function TrunkState({ state }: { state: TrunkView['state'] }): ReactElement {
  const { t } = useTranslation();
  return (
    <StatusTag
      tone={TONE[state]}
      {...(state === 'unknown' ? { icon: <QuestionCircleOutlined aria-hidden /> } : {})}
    >
      {t(`trunks.state.${state}`)}
    </StatusTag>
  );
}
