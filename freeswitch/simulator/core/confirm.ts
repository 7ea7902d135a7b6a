import { hangUp } from './call-progress.ts';
import { type Channel, isReady, setVariable, variable } from './channel.ts';
import type { Core } from './core.ts';
import { takeDigit } from './digits.ts';
import { playFile } from './playback.ts';
import type { Task } from './thread.ts';

const READ_MS = 5_000;
/** Taken off a leg that was accepted; `group_confirm_timeout` stays (1.10.12). */
const TAKEN_OFF = ['key', 'file', 'error_file', 'cancel_timeout', 'read_timeout'];

/**
 * What an answered leg with `group_confirm_key` goes through before it counts: the announcement until the key, again and
 * again, any other key included. With `group_confirm_timeout` the leg ends by ALLOTTED_TIMEOUT so many whole seconds
 * after the answer, without it at `endsAt`, as if it had never been answered.
 */
export function* confirm(core: Core, channel: Channel, endsAt: number): Task {
  const key = variable(channel, 'group_confirm_key');
  if (key === undefined) return;
  const { clock } = core;
  const seconds = Number(variable(channel, 'group_confirm_timeout') ?? 0);
  const [until, cause] =
    seconds > 0
      ? [(Math.floor(clock.now() / 1_000) + seconds + 1) * 1_000, 'ALLOTTED_TIMEOUT']
      : [endsAt, 'NO_ANSWER'];
  const cancel = clock.after(Math.max(0, until - clock.now()), () => hangUp(core, channel, cause));
  const readMs = Number(variable(channel, 'group_confirm_read_timeout') ?? 0) || READ_MS;
  const file = variable(channel, 'group_confirm_file') ?? '';
  while (isReady(channel) && (yield* keyAfter(core, channel, file, readMs)) !== key) {
    // Read once more.
  }
  cancel();
  if (!isReady(channel)) return;
  setVariable(channel, 'group_dial_status', 'winner');
  for (const name of TAKEN_OFF) setVariable(channel, `group_confirm_${name}`, undefined);
}

/** The announcement and a pause behind it; the first key ends both. */
function* keyAfter(core: Core, channel: Channel, file: string, readMs: number): Task<string | undefined> {
  let pressed: string | undefined;
  yield* playFile(core, channel, file, () => {
    pressed = takeDigit(core, channel);
    return pressed !== undefined;
  });
  const until = core.clock.now() + readMs;
  while (pressed === undefined && isReady(channel) && core.clock.now() < until - 1e-3) {
    yield { until };
    pressed = takeDigit(core, channel);
  }
  return pressed;
}
