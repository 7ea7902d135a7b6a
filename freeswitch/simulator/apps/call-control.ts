import { answer, hangUp, preAnswer, ringReady } from '../core/call-progress.ts';
import { type Channel, setVariable } from '../core/channel.ts';
import type { AppRunner } from '../core/core.ts';
import { expandVariables } from '../core/expansion.ts';
import { causeFrom } from '../core/hangup-causes.ts';
import { park } from '../core/park.ts';
import { splitArguments } from '../core/split-arguments.ts';
import { transfer } from '../core/transfer.ts';

/** Wraps an application that never waits. */
function immediate(run: (...args: Parameters<AppRunner>) => void): AppRunner {
  // biome-ignore lint/correctness/useYield: an application is a task also when it has nothing to wait for.
  return function* (core, channel, data) {
    run(core, channel, data);
  };
}

function assign(channel: Channel, pair: string): void {
  const equals = pair.indexOf('=');
  if (equals > 0) setVariable(channel, pair.slice(0, equals).trim(), pair.slice(equals + 1));
}

/** `set` expands by itself, even where expansion of arguments is off (design §2). */
const set = immediate((core, channel, data) => assign(channel, expandVariables(core, channel, data)));

/** `multiset a=1 b=2`, or with another separator after `^^`. */
const multiset = immediate((core, channel, data) => {
  const custom = data.startsWith('^^');
  const pairs = splitArguments(custom ? data.slice(3) : data, custom ? data.charAt(2) : ' ');
  for (const pair of pairs) assign(channel, expandVariables(core, channel, pair));
});

/** `sched_transfer +seconds destination [dialplan] [context]` as an application: the dead man (14-). */
const schedTransfer = immediate((core, channel, data) => {
  const [when = '', destination = '', dialplan, context] = splitArguments(data, ' ');
  const seconds = Number.parseInt(when.replace('+', ''), 10) || 0;
  const id = core.tasks.add('switch_ivr_schedule_transfer', channel.uuid, seconds, () =>
    transfer(core, channel, destination, dialplan, context),
  );
  setVariable(channel, 'last_sched_id', String(id));
});

/** The applications that take no time. */
export const callControlApps: readonly (readonly [string, AppRunner])[] = [
  ['answer', immediate((core, channel) => answer(core, channel))],
  ['pre_answer', immediate((core, channel) => preAnswer(core, channel))],
  ['ring_ready', immediate((core, channel) => ringReady(core, channel))],
  ['hangup', immediate((core, channel, data) => hangUp(core, channel, causeFrom(data)))],
  ['set', set],
  ['multiset', multiset],
  ['unset', immediate((_core, channel, data) => setVariable(channel, data.trim(), undefined))],
  ['sched_transfer', schedTransfer],
  [
    'sched_hangup',
    immediate((core, channel, data) => {
      const [when = '', cause] = splitArguments(data, ' ');
      core.tasks.add(
        'switch_ivr_schedule_hangup',
        channel.uuid,
        Number.parseInt(when.replace('+', ''), 10) || 0,
        () => hangUp(core, channel, causeFrom(cause)),
      );
    }),
  ],
  ['park', (core, channel) => park(core, channel)],
];
