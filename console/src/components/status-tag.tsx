import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloseCircleOutlined,
  ExclamationCircleOutlined,
  InfoCircleOutlined,
} from '@ant-design/icons';
import type { ReactElement, ReactNode } from 'react';
import './status-tag.css';

export type Tone = 'ok' | 'info' | 'warn' | 'bad' | 'idle';

const ICON = {
  ok: CheckCircleOutlined,
  info: InfoCircleOutlined,
  warn: ExclamationCircleOutlined,
  bad: CloseCircleOutlined,
  idle: ClockCircleOutlined,
} as const;

/** A state by icon, words and colour together. `icon` replaces the tone's own. */
export function StatusTag({
  tone,
  icon,
  children,
}: {
  tone: Tone;
  icon?: ReactNode;
  children: ReactNode;
}): ReactElement {
  const Icon = ICON[tone];
  return (
    <span className="cw-status" data-tone={tone}>
      {icon ?? <Icon aria-hidden />}
      {children}
    </span>
  );
}
