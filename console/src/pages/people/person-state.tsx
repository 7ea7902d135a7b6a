import { StopOutlined } from '@ant-design/icons';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { UserView } from '../../../../contracts/api/users.ts';
import { StatusTag } from '../../components/status-tag.tsx';

const TONE = { invited: 'info', active: 'ok', suspended: 'bad' } as const;

/** Whether somebody can sign in. */
export function PersonState({ state }: { state: UserView['state'] }): ReactElement {
  const { t } = useTranslation();
  return (
    <StatusTag tone={TONE[state]} {...(state === 'suspended' ? { icon: <StopOutlined aria-hidden /> } : {})}>
      {t(`people.state.${state}`)}
    </StatusTag>
  );
}
