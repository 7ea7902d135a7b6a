import type { MessageProvider } from '../../../../contracts/message/provider.ts';
import { fateBefore } from '../shared/fate.ts';
import type { SolapiApi } from './api.ts';
import { errorWords, Group } from './shapes.ts';

/** Before a hand-over there are 5 s in all (timing.ts): what has not come by then is tried again. */
const OPEN_MS = 4_000;

/** Stands where a group's id would: why Solapi opens none, to be told at the hand-over. No id begins so. */
const NO_GROUP = '!';

/** Why there is no group; undefined when the handle is that of one. */
export const refusalIn = (handle: string): string | undefined =>
  handle.startsWith(NO_GROUP) ? handle.slice(NO_GROUP.length) : undefined;

/** Opens the group that the texts of one hand-over are put into. Sends nothing. */
export const openGroup =
  (api: SolapiApi): NonNullable<MessageProvider['prepare']> =>
  async (batch) => {
    const body = { allowDuplicates: false, customFields: { batch } };
    const answer = await api('POST', 'messages/v4/groups', OPEN_MS, body);
    const fate = fateBefore(answer, errorWords);
    if (fate?.kind === 'later') return fate;
    if (fate?.kind === 'refused') return { handle: `${NO_GROUP}${fate.code}` };
    const group = Group.safeParse(answer.kind === 'answer' ? answer.body : undefined);
    if (!group.success) return { kind: 'later', afterMs: 30_000, reason: 'the group was not confirmed' };
    return { handle: group.data.groupId };
  };

export const groupPath = (id: string): string => `messages/v4/groups/${encodeURIComponent(id)}`;

/**
 * Deletes a group that has not been sent; Solapi refuses it for any other. True: its texts will never be sent, not even
 * by a hand-over that is still under way.
 */
export async function deleteGroup(api: SolapiApi, id: string, timeoutMs: number): Promise<boolean> {
  const answer = await api('DELETE', groupPath(id), timeoutMs);
  return answer.kind === 'answer' && answer.status >= 200 && answer.status < 300;
}
