import { ActivityFailure, TimeoutFailure } from '@temporalio/workflow';
import type { FetchAnswer } from '../../activities/http/types.ts';
import type { HttpRequest } from '../../contracts/call/verb.ts';
import type { CallInput } from '../../contracts/call/workflow.ts';
import { outside } from './activities.ts';
import type { Inbox } from './inbox.ts';
import type { CallState } from './state.ts';

/**
 * Asks other systems while the call goes on: the loop never waits for one, so a hang-up or a key overtakes the answer.
 * Counted in `trying`, because a run that continued as new meanwhile would never get the answer.
 */
export function startFetches(
  input: CallInput,
  state: CallState,
  inbox: Inbox,
  requests: readonly HttpRequest[],
): void {
  for (const request of requests) void fetchFor(input, state, inbox, request);
}

async function fetchFor(
  { call, tenant }: CallInput,
  state: CallState,
  inbox: Inbox,
  { kind: _kind, ...request }: HttpRequest,
): Promise<void> {
  const { verb } = request;
  state.trying += 1;
  let answer: FetchAnswer = { result: 'failed', values: {} };
  try {
    answer = await outside(request).fetchForCall({ call, tenant, ...request });
  } catch (error) {
    // Its own time-outs are answers: this is a worker that died with it, or a server that found nobody to do it.
    if (isTimeout(error)) answer = { result: 'timeout', values: {} };
  } finally {
    state.trying -= 1;
  }
  inbox.put([{ type: 'fetched', id: `fetched:${verb}`, at: Date.now(), verb, ...answer }]);
}

const isTimeout = (error: unknown): boolean =>
  error instanceof ActivityFailure && error.cause instanceof TimeoutFailure;
