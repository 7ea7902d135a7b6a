import type { ReactElement, ReactNode } from 'react';
import './facts.css';

/** What is known of one thing: a list of names and values. */
export function Facts({
  rows,
}: {
  rows: readonly (readonly [name: string, value: ReactNode])[];
}): ReactElement {
  return (
    <dl className="cw-fact-list">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
