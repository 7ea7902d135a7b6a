import test from 'ava';
import type { SwitchVerb } from '../../contracts/call/verb.ts';
import type { CallId, DialDigits } from '../../contracts/ids.ts';
import { type CommandContext, commandsFor } from './commands-for.ts';
import { DEFAULT_GATEWAYS } from './gateway-table.ts';
import { legUuid } from './leg-uuid.ts';

const CALL = '4ab2513e-bf5f-477e-9cf1-22546d132e5b' as CallId;
const context: CommandContext = {
  call: CALL,
  promptsDir: '/prompts',
  recordingsDir: '/recordings',
  gateways: DEFAULT_GATEWAYS,
  callerId: { number: '15880000' },
};
const menu = {
  kind: 'collect',
  verb: 3,
  expectMs: 9_000,
  prompts: [{ kind: 'file', path: 'ko/menu.wav' }],
  min: 1,
  max: 1,
  terminators: 'none',
  firstDigitMs: 5_000,
  interDigitMs: 2_000,
  secret: false,
} satisfies SwitchVerb;

/** `app arg` of an application, the line of anything else. */
const shown = (verb: SwitchVerb, changed: Partial<CommandContext> = {}): string[] =>
  commandsFor(verb, { ...context, ...changed }).map((command) =>
    command.kind === 'sendmsg' ? `${command.app} ${command.arg ?? ''}`.trim() : command.line,
  );

test('answer, play, collect and record carry the number of their verb and the lock', (t) => {
  const verbs: SwitchVerb[] = [
    { kind: 'play', verb: 3, expectMs: 1, prompts: menu.prompts },
    menu,
    { kind: 'record', verb: 3, expectMs: 1, maxMs: 1_000, silenceMs: 1_000, terminators: '#' },
  ];
  for (const verb of verbs) {
    const command = commandsFor(verb, context).at(-1);
    t.like(command, { kind: 'sendmsg', uuid: CALL, eventUuid: 'v3', eventLock: true }, verb.kind);
  }
});

test('an answered call is laid on silence that keeps its keys; nothing of it waits for a lock', (t) => {
  const [answered, ground] = commandsFor({ kind: 'answer', verb: 3 }, context);
  t.like(answered, { kind: 'sendmsg', app: 'answer', uuid: CALL, eventUuid: 'v3', eventLock: true });
  t.deepEqual(ground, {
    kind: 'sendmsg',
    app: 'endless_playback',
    arg: 'silence_stream://-1',
    uuid: CALL,
    eventUuid: 'cw-ground',
  });
});

test('an input after a wrong one begins afresh', (t) => {
  t.is(shown({ ...menu, afresh: true })[0], `uuid_flush_dtmf ${CALL}`);
  t.notRegex(shown(menu).join('\n'), /uuid_flush_dtmf/);
});

test('music has no lock, so that an announcement can be laid over it, and repeats until stopped', (t) => {
  const command = commandsFor(
    { kind: 'music', verb: 4, prompt: { kind: 'file', path: 'ko/hold.wav' } },
    context,
  ).at(-1);
  t.like(command, { app: 'playback', arg: '/prompts/ko/hold.wav', loops: -1 });
  t.false(command !== undefined && 'eventLock' in command);
});

test('a tone or silence as music is endless by itself', (t) => {
  t.deepEqual(
    shown({ kind: 'music', verb: 4, prompt: { kind: 'tone', name: 'ringback' } }).at(-1),
    'playback tone_stream://%(1000,2000,440,480);loops=-1',
  );
  t.is(
    shown({ kind: 'music', verb: 4, prompt: { kind: 'silence', ms: 50 } }).at(-1),
    'playback silence_stream://-1',
  );
});

test('one prompt is its path, several are played without a gap', (t) => {
  const play = (prompts: Extract<SwitchVerb, { kind: 'play' }>['prompts']) =>
    shown({ kind: 'play', verb: 1, expectMs: 1, prompts }).at(-1);
  t.is(play(menu.prompts), 'playback /prompts/ko/menu.wav');
  t.is(
    play([...menu.prompts, { kind: 'silence', ms: 300 }, { kind: 'tone', name: 'beep' }]),
    'playback file_string:///prompts/ko/menu.wav!silence_stream://300!tone_stream://%(200,50,1000)',
  );
});

test('a menu try is one play_and_get_digits that accepts any key', (t) => {
  t.deepEqual(shown(menu), [
    'play_and_get_digits 1 1 1 5000 none /prompts/ko/menu.wav silence_stream://10 cw_d3 [0-9*#A-D]+ 2000',
  ]);
});

test('an input without a prompt waits from the first frame; a maximum below the minimum is raised', (t) => {
  t.deepEqual(shown({ ...menu, prompts: [], min: 4, max: 2, terminators: '#' }), [
    'play_and_get_digits 4 4 1 5000 # silence_stream://20 silence_stream://10 cw_d3 [0-9*#A-D]+ 2000',
  ]);
});

test('before a secret input the switch is told to keep the keys to itself', (t) => {
  t.is(shown({ ...menu, secret: true })[0], `uuid_setvar_multi ${CALL} sensitive_dtmf=true`);
});

test('a recording has a limit, a silence limit and its own keys; the next announcement has none again', (t) => {
  t.deepEqual(
    shown({ kind: 'record', verb: 5, expectMs: 1, maxMs: 60_000, silenceMs: 4_500, terminators: '#*' }),
    [`uuid_setvar_multi ${CALL} playback_terminators=#*`, `record /recordings/${CALL}-v5.wav 60 200 5`],
  );
  t.is(
    shown({ kind: 'play', verb: 6, expectMs: 1, prompts: menu.prompts })[0],
    `uuid_setvar_multi ${CALL} playback_terminators=none`,
  );
});

test('a repeat, and a verb that ends music, begin by breaking off what runs', (t) => {
  t.is(shown(menu, { repeat: true })[0], `uuid_break ${CALL} all`);
  t.is(shown(menu, { overMusic: true })[0], `uuid_break ${CALL} all`);
  t.is(shown(menu).length, 1);
});

test('dial, bridge and cancel name the same leg, derived or given', (t) => {
  const leg = legUuid(CALL, 8);
  const target = { kind: 'extension', digits: '1001' as DialDigits } as const;
  t.true(
    shown({ kind: 'dial', verb: 8, expectMs: 1, ringMs: 20_000, target })[0]?.includes(
      `origination_uuid=${leg},`,
    ),
  );
  t.is(shown({ kind: 'bridge', verb: 9, dial: 8 }).at(-1), `uuid_bridge ${CALL} ${leg}`);
  t.deepEqual(shown({ kind: 'cancelDial', verb: 9, dial: 8 }), [`uuid_kill ${leg} ORIGINATOR_CANCEL`]);
  const other = 'aaaaaaaa-0000-4000-8000-000000000061' as CallId;
  t.is(
    shown({ kind: 'bridge', verb: 9, dial: 8 }, { legUuid: other }).at(-1),
    `uuid_bridge ${CALL} ${other}`,
  );
});

test('before a bridge both legs are disarmed and told to stay when the other goes', (t) => {
  const leg = legUuid(CALL, 8);
  t.deepEqual(shown({ kind: 'bridge', verb: 9, dial: 8 }).slice(0, 4), [
    `sched_del ${CALL}`,
    `sched_del ${leg}`,
    `uuid_setvar_multi ${CALL} park_after_bridge=true;hangup_after_bridge=false`,
    `uuid_setvar_multi ${leg} park_after_bridge=true;hangup_after_bridge=false`,
  ]);
});

test('stop and hang-up are one api command each', (t) => {
  t.deepEqual(shown({ kind: 'stop', verb: 9 }), [`uuid_break ${CALL} all`]);
  t.deepEqual(shown({ kind: 'hangup', verb: 9, cause: 'USER_BUSY' }), [`uuid_kill ${CALL} USER_BUSY`]);
});

test('a dial without a number to show is refused', (t) => {
  const { callerId: _, ...without } = context;
  const target = { kind: 'extension', digits: '1001' as DialDigits } as const;
  t.throws(() => commandsFor({ kind: 'dial', verb: 8, expectMs: 1, ringMs: 20_000, target }, without), {
    message: /caller id/,
  });
});
