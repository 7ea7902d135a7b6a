import { getExternalWorkflowHandle } from '@temporalio/workflow';
import type { DialRequest } from '../../activities/call/types.ts';
import type { CallEventOf } from '../../contracts/call/event.ts';
import { callWorkflowId } from '../../contracts/call/names.ts';
import { legSignal } from '../call/messages.ts';
import type { LegNews } from './progress.ts';

/** Tells the call that wanted the leg. A caller who hung up has no workflow any more; that is no failure of the leg. */
export async function tellCaller(request: DialRequest, state: LegNews, cause?: string): Promise<void> {
  const event: CallEventOf<'leg'> = {
    type: 'leg',
    id: `leg:${request.verb}:${state}`,
    at: Date.now(),
    verb: request.verb,
    state,
    ...(cause === undefined ? {} : { cause }),
  };
  await getExternalWorkflowHandle(request.tell ?? callWorkflowId(request.parent))
    .signal(legSignal, event)
    .catch(() => undefined);
}
