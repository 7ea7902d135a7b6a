import type { CallEventOf } from '../../contracts/call/event.ts';
import type { HttpRequest } from '../../contracts/call/verb.ts';
import type { BlockOf } from '../../contracts/scenario/block.ts';
import { CALL_LIMITS } from '../../contracts/scenario/limits.ts';
import { cancelDeadline, setDeadline } from '../engine/deadlines.ts';
import { awaitVerb, type Draft, issue } from '../engine/draft.ts';
import { handlerFor } from '../engine/handlers.ts';
import { startMusic } from '../engine/music.ts';
import { operandValue, type Variables } from '../logic/compare.ts';
import { filledUrl } from '../logic/filled-url.ts';
import { type BlockDriver, completes, IGNORED, leave, type Reaction } from './driver.ts';

/** Between two tries, and for our own side to tell the end. */
const BETWEEN_TRIES_MS = 500;
const TELLING_MS = 2_000;

/** Asks another system while the caller hears the filler; its answer, or that there was none, comes as an event. */
export const httpRequestDriver: BlockDriver<BlockOf<'httpRequest'>> = {
  enter: (draft, block) => {
    const { counts, variables } = draft.state;
    counts.requests = (counts.requests ?? 0) + 1;
    if (counts.requests > CALL_LIMITS.requests) {
      draft.exceeded = true;
      return;
    }
    const url = filledUrl(block.url, variables);
    if (url === undefined) draft.next = { kind: 'leave', outcome: 'refused' };
    else ask(draft, block, url);
  },
  on: (draft, block, event) => {
    if (event.type === 'deadline' && event.deadline === 'http') return timedOut(draft, block);
    if (event.type !== 'fetched' || !completes(draft, event)) return IGNORED;
    return event.result === 'timeout' ? timedOut(draft, block) : answered(draft, block, event);
  },
};

function ask(draft: Draft, block: BlockOf<'httpRequest'>, url: string): void {
  const { method, timeoutMs, retries, cacheMs, take, filler } = block;
  startMusic(draft, filler);
  const body = bodyOf(block, draft.state.variables);
  const verb = issue(draft, { kind: 'httpRequest', method, url, body, timeoutMs, retries, cacheMs, take });
  awaitVerb(draft, verb, 'httpRequest');
  setDeadline(draft, 'http', draft.at + (timeoutMs + BETWEEN_TRIES_MS) * (retries + 1) + TELLING_MS);
}

function bodyOf({ body }: BlockOf<'httpRequest'>, variables: Variables): HttpRequest['body'] {
  return Object.fromEntries(
    Object.entries(body).map(([name, operand]) => [name, operandValue(operand, variables)]),
  );
}

/** Only what the block asked for gets into variables, whatever was sent. */
function answered(draft: Draft, { take }: BlockOf<'httpRequest'>, event: CallEventOf<'fetched'>): Reaction {
  for (const { variable } of event.result === 'ok' ? take : []) {
    const value = Object.hasOwn(event.values, variable) ? event.values[variable] : undefined;
    if (value !== undefined) draft.state.variables[variable] = value;
  }
  return over(draft, event.result);
}

function timedOut(draft: Draft, block: BlockOf<'httpRequest'>): Reaction {
  if (block.next.timeout !== undefined) return over(draft, 'timeout');
  const handler = handlerFor(draft, 'httpTimeout');
  if (handler === 'unloaded') return { kind: 'loadMain' };
  return handler === 'ready' ? { kind: 'handler', handler: 'httpTimeout' } : over(draft, 'failed');
}

function over(draft: Draft, outcome: string): Reaction {
  cancelDeadline(draft, 'http');
  issue(draft, { kind: 'stop' });
  return leave(outcome);
}
