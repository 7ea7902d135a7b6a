import test from 'ava';
import fc from 'fast-check';
import type { HangupCause, SwitchVerb } from '../../contracts/call/verb.ts';
import { isCallwrightError } from '../../contracts/errors.ts';
import type { CallId, DialDigits } from '../../contracts/ids.ts';
import * as commands from './index.ts';
import type { SwitchCommand } from './switch-command.ts';
import { readFrames, writeNaively } from './testing/frame-oracle.ts';
import { hostileText } from './testing/hostile-text.ts';

const CALL = '4ab2513e-bf5f-477e-9cf1-22546d132e5b' as CallId;
const RUNS = 10_000;

const base = {
  call: CALL,
  promptsDir: '/var/lib/callwright/prompts',
  recordingsDir: '/var/lib/callwright/recordings',
  gateways: commands.DEFAULT_GATEWAYS,
  callerId: { number: '15880000' },
};
const fileVerb = (path: string): SwitchVerb => ({
  kind: 'play',
  verb: 1,
  expectMs: 1,
  prompts: [
    { kind: 'file', path },
    { kind: 'silence', ms: 20 },
  ],
});
const collectVerb = (terminators: string): SwitchVerb => ({
  kind: 'collect',
  verb: 1,
  expectMs: 1,
  prompts: [],
  min: 1,
  max: 4,
  terminators,
  firstDigitMs: 1_000,
  interDigitMs: 500,
  secret: true,
});
const recordVerb = (terminators: string): SwitchVerb => ({
  kind: 'record',
  verb: 1,
  expectMs: 1,
  maxMs: 1_000,
  silenceMs: 1_000,
  terminators,
});
const dialVerb = (kind: 'phone' | 'extension', digits: string): SwitchVerb => ({
  kind: 'dial',
  verb: 1,
  expectMs: 1,
  ringMs: 20_000,
  target: { kind, digits: digits as DialDigits },
});

/** Every place where text gets into a command, whatever the types say about it. */
const WAYS_IN: Record<string, (text: string) => SwitchCommand | SwitchCommand[]> = {
  'uuid of answer': (text) => commands.answer(text as CallId, 1),
  'uuid of break': (text) => commands.breakAll(text as CallId),
  'uuid of hang-up': (text) => commands.hangupChannel(text as CallId, 'USER_BUSY'),
  'hang-up cause': (text) => commands.hangupChannel(CALL, text as HangupCause),
  'uuids of bridge': (text) => commands.bridge(CALL, text as CallId),
  'uuid of unbridge': (text) => commands.unbridge(text as CallId),
  'uuid of the dead man': (text) => commands.renewDeadMan(text as CallId),
  'uuid of reads': (text) => [commands.channelExists(text as CallId), commands.dumpChannel(text as CallId)],
  'uuid of the mark': (text) => [
    commands.markIssued(text as CallId, 1),
    commands.markFiller(text as CallId, 0),
  ],
  'name of a read variable': (text) => commands.getVariable(CALL, text),
  'text variable': (text) => commands.setVariable(CALL, 'cw_note', text),
  'name of a variable': (text) => commands.setVariable(CALL, text, 'x'),
  'plain variable': (text) => commands.setVariables(CALL, { cw_note: text }),
  'name of a removed variable': (text) => commands.unsetVariables(CALL, [text]),
  'caller name later': (text) => commands.setVariable(CALL, 'effective_caller_id_name', text),
  extension: (text) => commands.transfer(CALL, text, 'callwright'),
  context: (text) => commands.transfer(CALL, 'cw_fallback', text),
  'recording file': (text) => commands.startRecording(CALL, text),
  'recordings folder': (text) => commands.commandsFor(recordVerb('#'), { ...base, recordingsDir: text }),
  'recording terminators': (text) => commands.commandsFor(recordVerb(text), base),
  'prompt path': (text) => commands.commandsFor(fileVerb(text), base),
  'prompts folder': (text) => commands.commandsFor(fileVerb('ko/a.wav'), { ...base, promptsDir: text }),
  'apology folder': (text) => commands.apology(CALL, text),
  'filler path': (text) => commands.fillerPlayback(CALL, { kind: 'file', path: text }, '/prompts'),
  'collect terminators': (text) => commands.commandsFor(collectVerb(text), base),
  'dialled number': (text) => commands.commandsFor(dialVerb('phone', text), base),
  'dialled extension': (text) => commands.commandsFor(dialVerb('extension', text), base),
  'shown number': (text) =>
    commands.commandsFor(dialVerb('phone', '07012345678'), { ...base, callerId: { number: text } }),
  'shown name': (text) =>
    commands.commandsFor(dialVerb('phone', '07012345678'), {
      ...base,
      callerId: { number: '15880000', name: text },
    }),
  'leg uuid': (text) =>
    commands.commandsFor(dialVerb('phone', '07012345678'), { ...base, legUuid: text as CallId }),
  gateway: (text) =>
    commands.commandsFor(dialVerb('phone', '07012345678'), {
      ...base,
      gateways: { ...base.gateways, trunks: [text] },
    }),
  'phone domain': (text) =>
    commands.commandsFor(dialVerb('extension', '1001'), {
      ...base,
      gateways: { ...base.gateways, phones: { profile: 'internal', domain: text } },
    }),
  'flushed account': (text) => commands.flushRegistration(text, 'internal', 'callwright.local'),
};

/** The text is refused in our own words, or every command of it is one frame and names one channel at most. */
function holds(build: () => SwitchCommand | SwitchCommand[]): boolean {
  let built: SwitchCommand[];
  try {
    built = [build()].flat();
  } catch (error) {
    return isCallwrightError(error) && /^(switch\/invalid-argument|dial\/not-allowed)$/.test(error.code);
  }
  return built.every((command) => {
    const bytes = writeNaively(command);
    const frames = readFrames(bytes);
    const [frame] = frames;
    const channels = new Set(frame?.command.match(/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g) ?? []);
    const body = command.kind === 'sendmsg' ? (command.arg ?? '') : '';
    return (
      frames.length === 1 &&
      frame?.body === body &&
      frame.headers.length <= 6 &&
      channels.size <= 3 &&
      !/[\r\0]/.test(bytes.toString()) &&
      !body.includes('\n') &&
      !bytes.includes('${')
    );
  });
}

for (const [name, build] of Object.entries(WAYS_IN)) {
  test(`${name}: any text is refused or stays inside one frame`, (t) => {
    const property = fc.property(hostileText, (text) => holds(() => build(text)));
    t.notThrows(() => fc.assert(property, { numRuns: RUNS }));
  });
}

test('the oracle sees an injected command: the naive writer does not protect anybody', (t) => {
  const injected = writeNaively({ kind: 'api', line: 'uuid_kill x\n\napi system id' });
  t.deepEqual(
    readFrames(injected).map((frame) => frame.command),
    ['api uuid_kill x', 'api system id'],
  );
  t.is(
    readFrames(writeNaively({ kind: 'sendmsg', uuid: 'x\nhangup-cause: y', app: 'z' }))[0]?.headers.length,
    3,
  );
});
