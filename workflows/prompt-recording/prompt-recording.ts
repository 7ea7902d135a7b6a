import { condition, log, setHandler, uuid4 } from '@temporalio/workflow';
import type { DialRequest } from '../../activities/call/types.ts';
import type { CallEventOf } from '../../contracts/call/event.ts';
import { newCallId } from '../../contracts/call/names.ts';
import type { CallId, DialDigits } from '../../contracts/ids.ts';
import type { RecordCallProblem } from '../../contracts/prompt/kinds.ts';
import {
  type PromptRecordingInput,
  type PromptRecordingResult,
  promptRecordingWorkflowId,
} from '../../contracts/prompt/recording-call.ts';
import { isFailedActivity } from '../call/failed-activity.ts';
import { legSignal } from '../call/messages.ts';
import { cancelLeg, startLeg } from '../leg/start-leg.ts';
import { beginning, beginningOnNode, rows, storingOnNode } from './activities.ts';

const RING_MS = 30_000;
/** Instruction and the longest recording are over before. */
const TALK_MS = 330_000;
/** The ledger counts verbs of a call; this one has the dial alone. */
const THE_DIAL = 1;

/** Rings an extension of the company, records who picks up, and makes the prompt's file of it. */
export async function promptRecording(input: PromptRecordingInput): Promise<PromptRecordingResult> {
  const news: CallEventOf<'leg'>[] = [];
  setHandler(legSignal, (event) => {
    news.push(event);
  });
  const leg = newCallId(uuid4());
  const recorded = await recordedCall(input, leg, news);
  const reason = recorded ? await stored(input, leg) : 'not-answered';
  if (reason !== null) await note(input.id, 'failed', reason);
  return { stored: reason === null, reason };
}

/** Dials, and lets the switch record; false when nobody picked up. Resolves when the line is free again. */
async function recordedCall(
  input: PromptRecordingInput,
  leg: CallId,
  news: CallEventOf<'leg'>[],
): Promise<boolean> {
  const child = await startLeg(requestOf(input, leg));
  let over = false;
  const end = (): void => {
    over = true;
  };
  void child.result().then(end, end);
  let answered = false;
  let cancelled = false;
  while (!over || news.length > 0) {
    const woke = await condition(() => news.length > 0 || over, RING_MS + TALK_MS);
    if (!woke && !cancelled) {
      cancelled = true;
      await cancelLeg(leg);
    }
    for (const { state } of news.splice(0)) {
      if (state !== 'answered' || answered) continue;
      answered = true;
      if (await begun(input, leg)) await note(input.id, 'recording');
      else await cancelLeg(leg);
    }
  }
  return answered;
}

const requestOf = (input: PromptRecordingInput, leg: CallId): DialRequest => ({
  leg,
  parent: newCallId(input.id),
  verb: THE_DIAL,
  node: input.node,
  tenant: input.tenant,
  // The api has checked that it is an account's number.
  target: { kind: 'extension', digits: input.extension as DialDigits },
  ringMs: RING_MS,
  callerId: input.callerNumber,
  tell: promptRecordingWorkflowId(input.id),
});

/** False when the switch could not be told: the line is closed then, instead of standing silent. */
async function begun({ node }: PromptRecordingInput, leg: CallId): Promise<boolean> {
  for (const { beginPromptRecording } of [beginning, beginningOnNode(node)]) {
    try {
      return (await beginPromptRecording({ leg, node })).status !== 'no-channel';
    } catch (error) {
      if (!isFailedActivity(error)) throw error;
      log.warn('the recording was not begun', { error });
    }
  }
  return false;
}

async function stored({ id, node }: PromptRecordingInput, leg: CallId): Promise<RecordCallProblem | null> {
  try {
    return (await storingOnNode(node).storePromptRecording({ id, leg, node })).reason;
  } catch (error) {
    if (!isFailedActivity(error)) throw error;
    log.warn('the recording was not stored', { error });
    return 'failed';
  }
}

async function note(id: string, state: 'recording' | 'failed', reason?: RecordCallProblem): Promise<void> {
  try {
    await rows.notePromptRecording({ id, state, ...(reason === undefined ? {} : { reason }) });
  } catch (error) {
    if (!isFailedActivity(error)) throw error;
    log.warn('the row of a recording was not written', { error });
  }
}
