import { PhoneOutlined, SyncOutlined } from '@ant-design/icons';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallView } from '../../../../contracts/api/calls.ts';
import type { CallResult } from '../../../../contracts/call/outcome.ts';
import { StatusTag, type Tone } from '../../components/status-tag.tsx';
import { useCallWords } from './use-call-words.ts';

/** Whose doing it was decides the tone: a caller who hangs up is no failure of ours. */
const TONE: Readonly<Record<CallResult, Tone>> = {
  success: 'ok',
  client: 'idle',
  upstream: 'info',
  server: 'bad',
  indeterminate: 'warn',
};

/** How a call ended, or that it still runs; icon and words. */
export function OutcomeTag({ call }: { call: Pick<CallView, 'state' | 'result' | 'reason'> }): ReactElement {
  const { t } = useTranslation();
  const words = useCallWords();
  if (call.state !== 'ended') {
    const Icon = call.state === 'active' ? PhoneOutlined : SyncOutlined;
    return (
      <StatusTag tone="info" icon={<Icon aria-hidden />}>
        {t(`calls.state.${call.state}`)}
      </StatusTag>
    );
  }
  const result = call.result ?? 'indeterminate';
  return <StatusTag tone={TONE[result]}>{words.reason(call.reason ?? 'unknown')}</StatusTag>;
}
