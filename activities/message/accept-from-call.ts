import { isCallwrightError } from '../../contracts/errors.ts';
import type { TenantId } from '../../contracts/ids.ts';
import { callMessageKey } from '../../contracts/message/names.ts';
import { MessageRequest } from '../../contracts/message/request.ts';
import type { AcceptAnswer, AcceptOrder } from '../../db/messages/accept-message.ts';
import type { CallMessageActivities, CallMessageAnswer } from './call-message.ts';

export type CallMessagePorts = {
  accept(order: AcceptOrder): Promise<AcceptAnswer>;
  /** Id of the living template of that name; undefined without one. */
  templateByName(tenant: TenantId, name: string): Promise<string | undefined>;
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const refused = (...codes: string[]): CallMessageAnswer => ({ status: 'refused', codes });

/**
 * Takes a text of a call into the ledger. What may not be sent is an answer, not a failure: the scenario has an outcome
 * for it. Everything else that goes wrong is thrown, and tried again under the same key.
 */
export const createAcceptFromCall =
  ({ accept, templateByName }: CallMessagePorts): CallMessageActivities['acceptCallMessage'] =>
  async ({ call, tenant, verb, to, text, template, values, sender }) => {
    const named = template !== undefined && !UUID.test(template);
    const id = named ? await templateByName(tenant, template) : template;
    if (named && id === undefined) return refused('template-missing');
    const request = MessageRequest.safeParse({
      key: callMessageKey(call, verb),
      recipients: [{ number: to, variables: values }],
      ...(text === undefined ? {} : { text }),
      ...(id === undefined ? {} : { template: id }),
      ...(sender === undefined ? {} : { sender }),
    });
    if (!request.success) return refused('request-invalid');
    try {
      const answer = await accept({ tenant, origin: 'call', originRef: call, request: request.data });
      if (answer.kind === 'accepted') return { status: 'accepted', message: answer.id };
      return refused(...new Set(answer.problems.map(({ code }) => code)));
    } catch (error) {
      if (isCallwrightError(error) && error.code === 'message/refused') return refused('refused');
      throw error;
    }
  };
