import { useQuery } from '@tanstack/react-query';
import type { SenderView } from '../../../../../contracts/api/senders.ts';
import { useSession } from '../../../api/session.ts';
import { sendersQuery } from '../../senders/senders-query.ts';

export type Senders = {
  /** Numbers that may be chosen now; undefined before they are known. */
  readonly usable: readonly SenderView[] | undefined;
  /** What is taken when none is chosen; an agent's is found by the api (MO-36). */
  readonly main: SenderView | undefined;
};

/** Numbers that this person may send from: the company's (MO-35), an agent's own (MO-36). */
export function useSenders(): Senders {
  const user = useSession().data?.user;
  const { data } = useQuery(sendersQuery);
  const own = user?.role === 'agent';
  const usable = data?.senders.filter((sender) => sender.usable && (!own || sender.user?.id === user?.id));
  return { usable, main: own ? undefined : usable?.find(({ main }) => main) };
}
