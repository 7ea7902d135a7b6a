import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type { CallEventOf } from '../../contracts/call/event.ts';
import { COMMAND_SIGNAL, EVENTS_UPDATE, LEG_SIGNAL } from '../../contracts/call/names.ts';
import type { CallCommand, EventsUpdateArgs, EventsUpdateResult } from '../../contracts/call/workflow.ts';

/** A batch of events of one channel, in the order of the switch. Returns when they have been worked off. */
export const eventsUpdate = defineUpdate<EventsUpdateResult, EventsUpdateArgs>(EVENTS_UPDATE);

/** What became of a leg that this call dialled. */
export const legSignal = defineSignal<[CallEventOf<'leg'>]>(LEG_SIGNAL);

/** What an operator wants of the call. */
export const commandSignal = defineSignal<[CallCommand]>(COMMAND_SIGNAL);
