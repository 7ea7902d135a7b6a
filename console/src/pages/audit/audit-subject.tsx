import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { AuditEntryView } from '../../../../contracts/api/audit.ts';
import { useMay } from '../../api/session.ts';
import { MaskedNumber } from '../../components/masked-number.tsx';
import type { KnownActors } from './use-known-actors.ts';

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-/;

/** Done to a number, whole or masked. */
const OF_NUMBERS = /^(?:number|opt-out)\.|^ad-consent\.withdraw$/;

/** What something was done to: by name where it has one that is known here, a call by its page. */
export function AuditSubject({
  entry: { action, subject },
  actors,
}: {
  entry: AuditEntryView;
  actors: KnownActors;
}): ReactElement {
  const mayRead = useMay('calls.read');
  const named = [...actors.people, ...actors.keys].find(({ id }) => id === subject);
  if (named !== undefined) return <span>{named.name}</span>;
  if (OF_NUMBERS.test(action)) return <MaskedNumber number={subject} />;
  if (!ID.test(subject)) return <span className="cw-breaks">{subject}</span>;
  const short = <code title={subject}>{subject.slice(0, 8)}…</code>;
  const isCall = action === 'call.unmask' || action === 'recording.listen';
  return isCall && mayRead ? <Link to={`/calls/${subject}`}>{short}</Link> : short;
}
