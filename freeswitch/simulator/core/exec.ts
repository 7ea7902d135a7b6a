import { hangUp, preAnswer } from './call-progress.ts';
import { type AppMessage, type Channel, isReady, setVariable, variable } from './channel.ts';
import type { Core } from './core.ts';
import type { Header } from './event-bus.ts';
import { expandArgument } from './expansion.ts';
import { fireChannel } from './fire.ts';
import type { Task } from './thread.ts';

/** An application about to run. */
export type Invocation = {
  readonly app: string;
  readonly data: string | undefined;
  readonly uuid?: string | undefined;
};

/** Applications that open early media by themselves, before their CHANNEL_EXECUTE (1.10.12). */
const needMedia: ReadonlySet<string> = new Set(['playback', 'play_and_get_digits', 'record']);

function announce(core: Core, channel: Channel, app: string, data: string): void {
  channel.variables.delete('current_application_response');
  setVariable(channel, 'current_application_data', data);
  setVariable(channel, 'current_application', app);
  channel.lastApp = { app, data: data || undefined };
  channel.shown = { app, data };
  core.bus.unseen();
}

/** CHANNEL_EXECUTE, the application, CHANNEL_EXECUTE_COMPLETE. An unknown application ends the call (1.10.12). */
export function* execute(core: Core, channel: Channel, { app, data, uuid }: Invocation): Task {
  const run = core.apps.get(app);
  if (!run) {
    core.stats.unknownApps.push(app);
    setVariable(channel, 'app_uuid', uuid);
    hangUp(core, channel, 'DESTINATION_OUT_OF_ORDER');
    return;
  }
  if (needMedia.has(app)) preAnswer(core, channel);
  const argument = expandArgument(core, channel, data ?? '');
  announce(core, channel, app, argument);
  const identity: Header[] = [
    ['Application', app],
    ...(argument ? [['Application-Data', argument] as const] : []),
  ];
  const applicationUuid: Header = ['Application-UUID', uuid ?? core.newUuid()];
  fireChannel(core, channel, 'CHANNEL_EXECUTE', { after: [...identity, applicationUuid] });
  // A break meant for what ran before must not hit what starts now.
  channel.breakRequested = false;
  yield* run(core, channel, argument);
  const response = variable(channel, 'current_application_response') ?? '_none_';
  fireChannel(core, channel, 'CHANNEL_EXECUTE_COMPLETE', {
    after: [...identity, ['Application-Response', response], applicationUuid],
  });
}

/** An application that took less than this is not begun again, lest a missing file spin. */
const shortestLoopMs = 500;

function* executeMessage(core: Core, channel: Channel, message: AppMessage): Task {
  channel.locked = message.lock;
  channel.loopStopped = false;
  for (let loop = 1; loop <= message.loops || message.loops < 0; loop++) {
    channel.variables.set('current_loop', String(loop));
    channel.variables.set('total_loops', String(message.loops));
    const started = core.clock.now();
    yield* execute(core, channel, message);
    const short = core.clock.now() - started < shortestLoopMs;
    if (!isReady(channel) || channel.loopStopped || short) break;
  }
  channel.locked = false;
  channel.variables.delete('current_loop');
  channel.variables.delete('total_loops');
}

/**
 * Runs what clients have sent to the channel, in order, right here: inside whatever application called this. That is
 * why a second playback interrupts the first (12-) unless the first was sent with `event-lock` (30-).
 */
export function* runMessages(core: Core, channel: Channel): Task {
  while (!channel.locked && isReady(channel)) {
    const message = channel.messages.shift();
    if (!message) return;
    yield* executeMessage(core, channel, message);
  }
}
