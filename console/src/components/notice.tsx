import { CheckCircleFilled, ExclamationCircleFilled, InfoCircleFilled } from '@ant-design/icons';
import type { ReactElement, ReactNode } from 'react';
import './notice.css';

const ICON = {
  ok: CheckCircleFilled,
  info: InfoCircleFilled,
  warn: ExclamationCircleFilled,
  bad: ExclamationCircleFilled,
} as const;

/** A line or two within a page; `bad` and `warn` are read out at once. */
export function Notice({ tone, children }: { tone: keyof typeof ICON; children: ReactNode }): ReactElement {
  const Icon = ICON[tone];
  return (
    <div className="cw-notice" data-tone={tone} role={tone === 'bad' || tone === 'warn' ? 'alert' : 'status'}>
      <Icon aria-hidden />
      <div>{children}</div>
    </div>
  );
}
