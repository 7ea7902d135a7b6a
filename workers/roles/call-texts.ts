import { createAcceptFromCall } from '../../activities/message/accept-from-call.ts';
import type { CallMessageActivities } from '../../activities/message/call-message.ts';
import { openProvider } from '../../activities/message/providers/registry.ts';
import { systemActor } from '../../contracts/api/actor.ts';
import { acceptMessage } from '../../db/messages/accept-message.ts';
import { templateByName } from '../../db/messages/template-by-name.ts';
import { createOutboxStore } from './message-ledger.ts';
import type { Runtime } from './runtime.ts';

/** Texts that calls ask for, as their workflow needs the world: rows in the ledger, nothing handed over. */
export function callTextActivities({
  environment,
  database,
  tables,
}: Pick<Runtime, 'environment' | 'database' | 'tables'>): CallMessageActivities {
  const { name, capabilities } = openProvider(environment, { outbox: createOutboxStore(tables) });
  const sending = { name, channels: capabilities.channels };
  const actor = systemActor('flow-worker');
  return {
    acceptCallMessage: createAcceptFromCall({
      accept: (order) => acceptMessage(tables, sending, actor, order, Date.now()),
      templateByName: (tenant, wanted) => templateByName(database, tenant, wanted),
    }),
  };
}
