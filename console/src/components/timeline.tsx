import type { ReactElement, ReactNode } from 'react';
import { timeOfDay } from './date-time.tsx';
import type { Tone } from './status-tag.tsx';
import './timeline.css';

export type TimelineEntry = {
  readonly key: string;
  /** Instant, ISO 8601; null while it is still to come. */
  readonly at: string | null;
  readonly tone: Tone;
  readonly title: ReactNode;
  /** At the right of the title: how long it took, how it ended. */
  readonly aside?: ReactNode;
  readonly children?: ReactNode;
};

/** Things in the order in which they happened. */
export function Timeline({
  label,
  entries,
}: {
  label: string;
  entries: readonly TimelineEntry[];
}): ReactElement {
  return (
    <ol className="cw-timeline" aria-label={label}>
      {entries.map(({ key, at, tone, title, aside, children }) => (
        <li key={key} data-tone={tone}>
          <div className="cw-timeline-head">
            <span className="cw-timeline-title">{title}</span>
            {aside !== undefined && <span className="cw-row">{aside}</span>}
            {at !== null && (
              <time className="cw-number cw-muted" dateTime={at}>
                {timeOfDay(at)}
              </time>
            )}
          </div>
          {children !== undefined && <div className="cw-timeline-body">{children}</div>}
        </li>
      ))}
    </ol>
  );
}
