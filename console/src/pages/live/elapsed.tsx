import { type ReactElement, useSyncExternalStore } from 'react';
import { clockText } from '../../components/duration.tsx';
import { pageTicker } from './ticker.ts';

/** Time since an instant (ISO 8601), counting on; a dash while there is none. `until` (epoch ms) stops it. */
export function Elapsed({
  since,
  until = null,
}: {
  since: string | null;
  until?: number | null;
}): ReactElement {
  const text = useSyncExternalStore(pageTicker.subscribe, () =>
    since === null ? '–' : clockText((until ?? pageTicker.now()) - Date.parse(since)),
  );
  return <span className="cw-number">{text}</span>;
}
