import { InboxOutlined } from '@ant-design/icons';
import type { ReactElement, ReactNode } from 'react';
import './states.css';

/** Nothing there: what that means, and what to do next (`children`: a button or a link). */
export function EmptyState({
  title,
  advice,
  heading = false,
  children,
}: {
  title: string;
  advice?: string | undefined;
  /** True when it stands for the whole page. */
  heading?: boolean;
  children?: ReactNode;
}): ReactElement {
  const Title = heading ? 'h1' : 'p';
  return (
    <div className="cw-state">
      <InboxOutlined aria-hidden className="cw-state-icon" />
      <Title className="cw-state-title">{title}</Title>
      {advice !== undefined && <p className="cw-muted">{advice}</p>}
      {children}
    </div>
  );
}
