import type { ExecutionContext } from 'ava';
import { CallId } from '../../contracts/ids.ts';
import type { CallView } from '../../freeswitch/simulator/control/index.ts';
import type { TestEngine } from './engine.ts';
import { GOODBYE, heardPrompts, MENUS, type StoredCall, storedCall, timesHeard } from './menu-call.ts';
import { until } from './until.ts';

/**
 * What must hold of a standard call whatever was done to us meanwhile: nothing lost, nothing doubled. A prompt may be
 * heard twice at most (design §1.7); fillers in between are allowed.
 */
export async function checkMenuCall(
  t: ExecutionContext,
  engine: TestEngine,
  call: CallView,
  keys = '121',
): Promise<StoredCall> {
  const story = `${call.uuid} heard ${heardPrompts(call).join(' ')}, ended by ${call.endedBy ?? 'nobody'} (${call.cause ?? call.state})`;
  t.is(call.state, 'ended', story);
  t.is(call.endedBy, 'switch', story);
  t.is(call.cause, 'NORMAL_CLEARING', story);
  const times = timesHeard(call, [...MENUS, GOODBYE]);
  t.true(
    times.every((count) => count >= 1 && count <= 2),
    `each prompt once, at most twice: ${story}`,
  );
  inOrder(t, call, story);
  const stored = await storedCall(engine, call.uuid);
  t.deepEqual(stored.digits, [...keys], story);
  t.deepEqual(stored.row.outcome, { result: 'success', reason: 'completed' }, story);
  await checkOneOutcome(t, engine, call.uuid);
  return stored;
}

/** The last time that each prompt was begun goes up: nobody is sent back to an earlier menu. */
function inOrder(t: ExecutionContext, call: CallView, story: string): void {
  const heard = heardPrompts(call);
  const firsts = [...MENUS, GOODBYE].map((prompt) => heard.indexOf(prompt));
  const lasts = [...MENUS, GOODBYE].map((prompt) => heard.lastIndexOf(prompt));
  const sorted = (list: number[]): boolean =>
    list.every((at, index) => index === 0 || at > (list[index - 1] ?? -1));
  t.true(sorted(firsts) && sorted(lasts), `prompts in order: ${story}`);
}

/** One workflow, ended by itself, and one row. */
export async function checkOneOutcome(t: ExecutionContext, engine: TestEngine, uuid: string): Promise<void> {
  const call = CallId.parse(uuid);
  const rows: unknown[] = await engine.database.database.knex('calls').where('call', uuid).select('call');
  t.is(rows.length, 1, `one row for ${uuid}`);
  const ended = await until(async () => {
    const last = (await engine.histories.of(call)).events?.at(-1);
    return last?.workflowExecutionCompletedEventAttributes ? last : undefined;
  }, `the workflow of ${uuid} has completed`);
  t.truthy(ended);
}
