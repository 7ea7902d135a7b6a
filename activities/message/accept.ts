import { CallwrightError, isCallwrightError } from '../../contracts/errors.ts';
import { TenantId } from '../../contracts/ids.ts';
import { MessageRequest } from '../../contracts/message/request.ts';
import type { AcceptAnswer, AcceptOrder } from '../../db/messages/accept-message.ts';
import type { MessageActivities } from './types.ts';

/**
 * The plan of a message is made in one go, in the process that also runs calls: 0.04 to 0.09 ms a person (measured on two
 * busy cores), so that so many keep a caller waiting for 45 ms at most. Longer lists come from people, and are planned in
 * the api.
 */
const MOST_OF_A_WORKFLOW = 500;

/** Takes a workflow's message into the ledger. Refusals name codes, never a number or a text. */
export const createAccept =
  (accept: (order: AcceptOrder) => Promise<AcceptAnswer>): MessageActivities['acceptMessage'] =>
  async ({ tenant, origin, originRef, request }) => {
    const parsed = MessageRequest.safeParse(request);
    if (!parsed.success)
      throw refused(parsed.error.issues.map(({ path }) => `invalid ${String(path[0] ?? 'request')}`));
    if (parsed.data.recipients.length > MOST_OF_A_WORKFLOW) throw refused(['too many recipients']);
    const answer = await accept({
      tenant: TenantId.parse(tenant),
      origin,
      originRef,
      request: parsed.data,
    }).catch(keyTaken);
    if (answer.kind === 'refused') throw refused(answer.problems.map(({ code }) => code));
    return { id: answer.id };
  };

/** Trying again would find the same: another message of the company has this key. */
function keyTaken(error: unknown): never {
  throw isCallwrightError(error) && error.code === 'request/conflict' ? refused(['key-taken']) : error;
}

const refused = (codes: readonly string[]): CallwrightError =>
  new CallwrightError('message/refused', `not sent: ${[...new Set(codes)].join(', ')}`);
