import { systemActor } from '../../../contracts/api/actor.ts';
import type { Outcome } from '../../../contracts/call/outcome.ts';
import { CallId } from '../../../contracts/ids.ts';
import { header } from '../../../freeswitch/simulator/testing/frames.ts';
import { until } from '../../support/until.ts';
import { placeSippCall, type SippCall } from '../../switch-contract/support/sipp-caller.ts';
import type { SwitchEngine } from './engine.ts';

/** What Postgres knows of a call that is over. */
export type Story = {
  readonly outcome: Outcome;
  /** Blocks without the name of their part, in the order in which they were entered. */
  readonly blocks: readonly string[];
  readonly digits: readonly string[];
};

/** A call into the engine. */
export const callNumber = (engine: SwitchEngine, number: string): Promise<SippCall> =>
  placeSippCall(engine.client, engine.real.sip, number);

/** Resolves when the switch begins to play this prompt to the caller, for the `nth` time. */
export function hears({ client }: SwitchEngine, uuid: string, prompt: string, nth = 1): Promise<unknown> {
  const counted = new Set<unknown>();
  const isIt = (event: (typeof client.events)[number]): boolean =>
    header(event, 'Unique-ID') === uuid &&
    header(event, 'Event-Name') === 'PLAYBACK_START' &&
    header(event, 'Playback-File-Path').includes(`/${prompt}`);
  return client.event((event) => {
    if (isIt(event)) counted.add(event);
    return counted.size >= nth;
  });
}

/** Waits until the call is over for us, and returns its story. */
export async function storyOf({ database }: SwitchEngine, uuid: string): Promise<Story> {
  const { repositories } = database;
  const actor = systemActor('setup');
  const call = CallId.parse(uuid);
  const row = await until(async () => {
    const found = await repositories.calls.get(actor, call);
    return found?.state === 'ended' ? found : undefined;
  }, `the call ${uuid} is over`);
  if (row.outcome === null) throw new Error(`the call ${uuid} has no outcome`);
  const steps = await repositories.callSteps.ofCall(actor, call);
  return {
    outcome: row.outcome,
    blocks: steps.map(({ block }) => block.replace(/^.*\//, '')),
    digits: steps.flatMap(({ digits }) => (digits === undefined ? [] : [digits])),
  };
}

/** The leg that the engine dialled for this call, once it is created. */
export async function dialledLeg({ client }: SwitchEngine, caller: string): Promise<string> {
  const created = await client.event(
    (event) =>
      header(event, 'Event-Name') === 'CHANNEL_CREATE' && header(event, 'variable_cw_parent') === caller,
  );
  return header(created, 'Unique-ID');
}
