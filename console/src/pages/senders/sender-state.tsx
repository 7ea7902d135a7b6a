import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SenderState as State } from '../../../../contracts/message/kinds.ts';
import { StatusTag } from '../../components/status-tag.tsx';

const TONE = { requested: 'info', verified: 'ok', rejected: 'bad' } as const;

/** Whether a number was found to be the company's own. */
export function SenderState({ state }: { state: State }): ReactElement {
  const { t } = useTranslation();
  return <StatusTag tone={TONE[state]}>{t(`senders.state.${state}`)}</StatusTag>;
}
