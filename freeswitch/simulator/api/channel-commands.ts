import { bridgeChannels } from '../core/bridge.ts';
import { hangUp } from '../core/call-progress.ts';
import { type Channel, setVariable } from '../core/channel.ts';
import { channelHeaders, variableHeaders } from '../core/channel-headers.ts';
import type { Core } from '../core/core.ts';
import { queueDigits } from '../core/digits.ts';
import { causeFrom } from '../core/hangup-causes.ts';
import { maskRecording, startRecording, stopRecording } from '../core/recording.ts';
import { soundsOf } from '../core/sounds.ts';
import { splitArguments } from '../core/split-arguments.ts';
import { transfer } from '../core/transfer.ts';
import { jsonOf } from '../esl/render.ts';
import { type ApiCommand, firstWord, immediate, noSuchChannel } from './api-command.ts';
import { holdCommand } from './hold-command.ts';

type OnChannel = (core: Core, channel: Channel, rest: string) => string;

/** Some commands have another word for a channel that is gone. */
const notLocated = '-ERR Cannot locate session!\n';

/** A command whose first word is a live channel's uuid; `usage` is its answer when words are missing. */
function onChannel(run: OnChannel, usage: string, gone = noSuchChannel): ApiCommand {
  const needed = usage.split(' ').filter((word) => word.startsWith('<')).length;
  return immediate((core, args) => {
    const [uuid, rest] = firstWord(args);
    if (args.trim().split(/ +/).filter(Boolean).length < needed) return `-USAGE: ${usage}\n`;
    const channel = core.channels.get(uuid);
    return channel ? run(core, channel, rest) : gone;
  });
}

function getVariable(_core: Core, channel: Channel, name: string): string {
  const value = channel.variables.get(name.trim());
  if (value === undefined) return '_undef_';
  return typeof value === 'string' ? value : `ARRAY::${value.join('|:')}`;
}

function setOne(_core: Core, channel: Channel, rest: string): string {
  const [name = '', value] = splitArguments(rest.trimEnd(), ' ', 2);
  setVariable(channel, name, value);
  return '+OK\n';
}

function setMany(_core: Core, channel: Channel, rest: string): string {
  for (const pair of splitArguments(rest, ';')) {
    const equals = pair.indexOf('=');
    if (equals > 0) setVariable(channel, pair.slice(0, equals), pair.slice(equals + 1));
    else setVariable(channel, pair, undefined);
  }
  return '+OK\n';
}

/** On a channel that is gone it answers twice: the error, then how it is to be used. */
const setManyCommand: ApiCommand = (core, args, done) => {
  const usage = '<uuid> <var>=<value>;<var>=<value>...';
  const command = onChannel(setMany, usage);
  command(core, args, (text) => done(text === noSuchChannel ? `${text}-USAGE: ${usage}\n` : text));
};

function dump(core: Core, channel: Channel, rest: string): string {
  const event = {
    name: 'CHANNEL_DATA',
    channel: channel.uuid,
    headers: [...core.bus.preamble('CHANNEL_DATA'), ...channelHeaders(channel), ...variableHeaders(channel)],
    body: undefined,
  };
  if (rest.trim() === 'json') return jsonOf(event);
  return event.headers.map(([name, value]) => `${name}: ${String(value)}\n`).join('');
}

function kill(core: Core, channel: Channel, rest: string): string {
  // The reply is written before the event it causes (12-).
  hangUp(core, channel, causeFrom(rest));
  return '+OK\n';
}

/** `uuid_break <uuid> [all]`: ends what plays; `all` also forgets the applications that wait. */
function breakOff(_core: Core, channel: Channel, rest: string): string {
  if (rest.trim() === 'all') channel.messages.length = 0;
  channel.breakRequested = true;
  channel.loopStopped = true;
  channel.thread.signal();
  return '+OK\n';
}

function receiveDigits(_core: Core, channel: Channel, rest: string): string {
  queueDigits(channel, rest.trim(), 'APP');
  return `+OK ${channel.uuid} received DTMF ${rest.trim()}.\n`;
}

/** `uuid_transfer <uuid> [-both|-bleg] <extension> [<dialplan>] [<context>]`. */
function transferCommand(core: Core, channel: Channel, rest: string): string {
  const words = splitArguments(rest, ' ');
  const option = words[0]?.startsWith('-') ? words.shift() : undefined;
  const [destination = '', dialplan, context] = words;
  const link = channel.bridge;
  const peer = link && (link.a === channel ? link.b : link.a);
  const legs = option === '-both' ? [channel, peer] : option === '-bleg' ? [peer] : [channel];
  for (const leg of legs) if (leg) transfer(core, leg, destination, dialplan, context);
  return '+OK\n';
}

function recordCommand(core: Core, channel: Channel, rest: string): string {
  const [action, path] = firstWord(rest);
  const file = path.trim().split(' ')[0] ?? '';
  const run = {
    start: () => startRecording(core, channel, file) !== 'unwritable' || '-ERR Cannot record session!\n',
    stop: () => stopRecording(core, channel, file) || '-ERR Cannot stop record session!\n',
    mask: () => maskRecording(core, channel, file, true) || '-ERR Cannot mask recording session!\n',
    unmask: () => maskRecording(core, channel, file, false) || '-ERR Cannot unmask recording session!\n',
  }[action];
  if (!run || file === '')
    return '-USAGE: <uuid> [start|stop|mask|unmask] <path> [<limit>] [<recording_vars>]\n';
  const result = run();
  return result === true ? '+OK Success\n' : result;
}

/** `uuid_displace <uuid> start|stop <file> [<seconds>] [mux]`: heard, but without events (design §2). */
function displaceCommand(core: Core, channel: Channel, rest: string): string {
  const [action = '', path = ''] = splitArguments(rest, ' ');
  if (action === 'stop') {
    const end = channel.displaced.get(path);
    end?.();
    return end ? '+OK Success\n' : '-ERR Cannot stop displace session!\n';
  }
  const [sound] = soundsOf(path, core.promptLength);
  if (!sound || channel.displaced.has(path)) return '-ERR Cannot displace session!\n';
  const stop = channel.endpoint.onSound({ ...sound, mixed: true });
  let over = false;
  const finish = (completed: boolean): void => {
    if (over) return;
    over = true;
    channel.displaced.delete(path);
    stop(completed);
  };
  channel.displaced.set(path, () => finish(false));
  if (Number.isFinite(sound.ms)) core.clock.after(sound.ms / core.settings.speed, () => finish(true));
  return '+OK Success\n';
}

const bridgeCommand: ApiCommand = immediate((core, args) => {
  const [one = '', two = ''] = splitArguments(args, ' ');
  if (two === '') return '-USAGE: <uuid> <other_uuid>\n';
  const a = core.channels.get(one);
  const b = core.channels.get(two);
  if (!a || !b || a === b || a.hangup || b.hangup) return '-ERR Invalid uuid\n';
  bridgeChannels(core, a, b);
  return `+OK ${b.uuid}\n`;
});

/** The commands that begin with a channel's uuid. */
export const channelCommands: readonly (readonly [string, ApiCommand])[] = [
  ['uuid_exists', immediate((core, args) => String(core.channels.has(args.trim())))],
  ['uuid_getvar', onChannel(getVariable, '<uuid> <var>')],
  ['uuid_setvar', onChannel(setOne, '<uuid> <var> [value]')],
  ['uuid_setvar_multi', setManyCommand],
  ['uuid_dump', onChannel(dump, '<uuid> [format]')],
  ['uuid_kill', onChannel(kill, '<uuid> [cause]')],
  ['uuid_break', onChannel(breakOff, '<uuid> [all]')],
  [
    'uuid_flush_dtmf',
    onChannel(
      (_core, channel) => {
        channel.digits.length = 0;
        return '+OK\n';
      },
      '<uuid>',
      '-ERR No such session\n',
    ),
  ],
  ['uuid_recv_dtmf', onChannel(receiveDigits, '<uuid> <dtmf_data>', notLocated)],
  ['uuid_transfer', onChannel(transferCommand, '<uuid> [-bleg|-both] <dest-exten> [<dialplan>] [<context>]')],
  [
    'uuid_record',
    onChannel(
      recordCommand,
      '<uuid> [start|stop|mask|unmask] <path> [<limit>] [<recording_vars>]',
      notLocated,
    ),
  ],
  ['uuid_displace', onChannel(displaceCommand, '<uuid> [start|stop] <path> [<limit>] [mux]')],
  ['uuid_bridge', bridgeCommand],
  ['uuid_hold', holdCommand],
];
