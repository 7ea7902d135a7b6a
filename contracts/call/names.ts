import type { CallId, NodeName } from '../ids.ts';

/**
 * Names that Temporal knows us by; no string literal of these stands anywhere else. Apart from the schemas, because
 * workflow code imports this file: every call pays for each module that its workflow loads, and zod is a large one.
 */
export const CALL_WORKFLOW = 'call';
export const LEG_WORKFLOW = 'leg';
export const EVENTS_UPDATE = 'events';
export const LEG_SIGNAL = 'leg';
export const COMMAND_SIGNAL = 'command';
export const CALLS_QUEUE = 'calls';

/** `call/<channel-uuid>`, the workflow id of every phone leg, inbound and outbound. */
export const callWorkflowId = (call: CallId): string => `call/${call}`;

/** Task queue of the worker beside a FreeSWITCH node; named after the node, so that a standby picks up its backlog. */
export const switchQueue = (node: NodeName): string => `switch-${node}`;

/** A uuid that we drew ourselves, as the id of a leg: its form is not in doubt. */
export const newCallId = (uuid: string): CallId => uuid as CallId;
