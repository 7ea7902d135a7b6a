import type { ExecutionContext } from 'ava';
import type { TestEngine } from './engine.ts';
import { until } from './until.ts';

/**
 * When every call is over there is no workflow without a channel and no channel without a workflow, and no call that
 * has not said how it ended (the checker's invariants I3 and I7).
 */
export async function checkNothingLeft(t: ExecutionContext, engine: TestEngine): Promise<void> {
  const { knex } = engine.database.database;
  const open = async (): Promise<string[]> => {
    const workflows = (await engine.histories.list()).filter(({ status }) => status === 'RUNNING');
    const channels = await engine.phones().listChannels();
    const rows: { call: string; state: string }[] = await knex('calls')
      .whereNot('state', 'ended')
      .select('call');
    return [
      ...workflows.map(({ workflowId }) => `workflow ${workflowId}`),
      ...channels.map(({ uuid }) => `channel ${uuid}`),
      ...rows.map(({ call }) => `row ${call}`),
    ];
  };
  let left: string[] = [];
  await until(async () => {
    left = await open();
    return left.length === 0;
  }, 'nothing is left over').catch(() => undefined);
  t.deepEqual(left, []);
}
