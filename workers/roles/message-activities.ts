import { setTimeout as pause } from 'node:timers/promises';
import { Context } from '@temporalio/activity';
import { createAccept } from '../../activities/message/accept.ts';
import { createMessageActivities } from '../../activities/message/message-activities.ts';
import { openProvider } from '../../activities/message/providers/registry.ts';
import type { MessageActivities } from '../../activities/message/types.ts';
import { systemActor } from '../../contracts/api/actor.ts';
import { acceptMessage } from '../../db/messages/accept-message.ts';
import { createMessageLedger, createOutboxStore } from './message-ledger.ts';
import type { Runtime } from './runtime.ts';

/** Messages, as their workflow needs the world. Throws `config/invalid` when the provider's settings are incomplete. */
export function messageActivities({ environment, log, tables }: Runtime): MessageActivities {
  const provider = openProvider(environment, { outbox: createOutboxStore(tables) });
  const actor = systemActor('flow-worker');
  const sending = { name: provider.name, channels: provider.capabilities.channels };
  return createMessageActivities(
    {
      ledger: createMessageLedger(tables, provider.name),
      provider,
      now: Date.now,
      pause: (ms) => pause(ms),
      heartbeat: () => Context.current().heartbeat(),
      warn: (what, error) => log.warn({ said: error instanceof Error ? error.name : typeof error }, what),
    },
    createAccept((order) => acceptMessage(tables, sending, actor, order, Date.now())),
  );
}
