import { log } from '@temporalio/workflow';
import type { PublishedVersion } from '../../activities/call/types.ts';
import type { CallEvent } from '../../contracts/call/event.ts';
import type { RequestVerb, Verb } from '../../contracts/call/verb.ts';
import type { CallInput } from '../../contracts/call/workflow.ts';
import { unreachable } from '../../contracts/errors.ts';
import type { ScenarioHash } from '../../contracts/ids.ts';
import { acceptText } from './accept-text.ts';
import { localReads } from './activities.ts';
import { isFailedActivity } from './failed-activity.ts';

/** What our own side answers within the turn; a request to another system takes seconds and is none of them. */
export type AnsweredRequest = Exclude<RequestVerb, { kind: 'httpRequest' }>;

const ANSWERED: ReadonlySet<Verb['kind']> = new Set<AnsweredRequest['kind']>([
  'businessHours',
  'sendMessage',
  'nextInstant',
  'findScenario',
]);

export const isRequest = (verb: Verb): verb is AnsweredRequest => ANSWERED.has(verb.kind);

/**
 * Answers a question of the scenario, as the event that it waits for.
 * @param scenario the version that the call is in now: its own calendars are meant
 */
export async function answerRequest(
  input: CallInput,
  scenario: ScenarioHash,
  request: AnsweredRequest,
): Promise<CallEvent> {
  const { verb } = request;
  const at = Date.now();
  const question = { scenario, tenant: input.tenant, at };
  switch (request.kind) {
    case 'businessHours': {
      const verdict = await localReads.businessHours({ ...question, calendar: request.calendar });
      return { type: 'hours', id: `hours:${verb}`, at, verb, verdict };
    }
    case 'nextInstant': {
      const dueAt = await localReads.nextInstant({ ...question, until: request.until });
      return { type: 'instant', id: `instant:${verb}`, at, verb, dueAt };
    }
    case 'findScenario': {
      const version = await published(input, request.scenario);
      return { type: 'scenarioFound', id: `scenario:${verb}`, at: Date.now(), verb, version };
    }
    case 'sendMessage': {
      const result = await acceptText(input, request);
      return { type: 'messaged', id: `messaged:${verb}`, at: Date.now(), verb, result };
    }
    default:
      return unreachable(request);
  }
}

/** With the database away the block's own way for a missing scenario is taken: better than an apology. */
async function published({ tenant }: CallInput, scenario: string): Promise<PublishedVersion | null> {
  try {
    return await localReads.publishedScenario({ tenant, scenario });
  } catch (error) {
    if (!isFailedActivity(error)) throw error;
    log.warn('the scenario to go over to could not be looked up');
    return null;
  }
}
