import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlimtalkState as State } from '../../../../contracts/message/kinds.ts';
import { StatusTag } from '../../components/status-tag.tsx';

const TONE = { pending: 'idle', inspecting: 'info', approved: 'ok', rejected: 'bad' } as const;

/** How far Kakao's review of an Alimtalk is. */
export function AlimtalkState({ state }: { state: State }): ReactElement {
  const { t } = useTranslation();
  return <StatusTag tone={TONE[state]}>{t(`messageTemplates.state.${state}`)}</StatusTag>;
}
