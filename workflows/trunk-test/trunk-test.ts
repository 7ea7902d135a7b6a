import { condition, log, setHandler, uuid4 } from '@temporalio/workflow';
import type { DialRequest } from '../../activities/call/types.ts';
import type { CallEventOf } from '../../contracts/call/event.ts';
import { newCallId } from '../../contracts/call/names.ts';
import type { CallId } from '../../contracts/ids.ts';
import {
  type TrunkTestInput,
  type TrunkTestResult,
  trunkTestWorkflowId,
} from '../../contracts/trunk/test-call.ts';
import { isFailedActivity } from '../call/failed-activity.ts';
import { legSignal } from '../call/messages.ts';
import { cancelLeg, startLeg } from '../leg/start-leg.ts';
import { greeting, greetingOnNode, rows } from './activities.ts';

const RING_MS = 30_000;
/** The prompt is over long before; who keeps the line open pays for it. */
const TALK_MS = 60_000;
/** The ledger counts verbs of a call; a test call has this one. */
const THE_DIAL = 1;

/** One call that somebody places to try a trunk: dialled as any leg is, greeted when answered, and hung up. */
export async function trunkTest(input: TrunkTestInput): Promise<TrunkTestResult> {
  const news: CallEventOf<'leg'>[] = [];
  setHandler(legSignal, (event) => {
    news.push(event);
  });
  if (!(await rows.startTrunkTest({ id: input.id }))) return { answered: false, cause: 'NOT_STARTED' };
  const id = newCallId(uuid4());
  const child = await startLeg(requestOf(input, id));
  const end: { cause?: string } = {};
  void child.result().then(
    ({ cause }) => {
      end.cause = cause;
    },
    () => {
      end.cause = 'NORMAL_TEMPORARY_FAILURE';
    },
  );
  let answered = false;
  let cancelled = false;
  while (end.cause === undefined || news.length > 0) {
    const woke = await condition(() => news.length > 0 || end.cause !== undefined, RING_MS + TALK_MS);
    if (!woke && !cancelled) {
      cancelled = true;
      await cancelLeg(id);
    }
    for (const { state } of news.splice(0)) {
      if (state === 'ended') continue;
      if (state === 'answered' && !answered) {
        answered = true;
        if (!(await greet(input, id))) await cancelLeg(id);
      }
      await note(input.id, state);
    }
  }
  await note(input.id, 'ended', end.cause);
  return { answered, cause: end.cause };
}

const requestOf = (input: TrunkTestInput, id: CallId): DialRequest => ({
  leg: id,
  parent: newCallId(input.id),
  verb: THE_DIAL,
  node: input.node,
  tenant: input.tenant,
  target: { kind: 'phone', digits: input.to },
  ringMs: RING_MS,
  callerId: input.callerNumber,
  trunk: input.trunk,
  tell: trunkTestWorkflowId(input.id),
});

/** False when nobody could be told to speak: the line is closed then, instead of standing silent. */
async function greet({ node }: TrunkTestInput, id: CallId): Promise<boolean> {
  for (const { greetTrunkTest } of [greeting, greetingOnNode(node)]) {
    try {
      await greetTrunkTest({ leg: id, node });
      return true;
    } catch (error) {
      if (!isFailedActivity(error)) throw error;
      log.warn('the test prompt was not started', { error });
    }
  }
  return false;
}

async function note(id: string, state: 'ringing' | 'answered' | 'ended', cause?: string): Promise<void> {
  try {
    await rows.noteTrunkTest({ id, state, ...(cause === undefined ? {} : { cause }) });
  } catch (error) {
    if (!isFailedActivity(error)) throw error;
    log.warn('the row of a test call was not written', { error });
  }
}
