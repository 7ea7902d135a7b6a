import test from 'ava';
import fc from 'fast-check';
import { type EslCommand, encodeApi, encodeBgapi, encodeCommand, encodeSendmsg } from './encode.ts';
import { isEslError } from './errors.ts';
import { createCommandReader } from './testing/command-reader.ts';
import { readTranscript } from './testing/transcript.ts';

/** What a switch would make of these bytes. */
function asTheSwitchReads(text: string): string[] {
  const commands: string[] = [];
  createCommandReader((command) => commands.push(command)).push(Buffer.from(text));
  return commands;
}

test('api and bgapi are written as recorded', (t) => {
  const { fromClient } = readTranscript('01-handshake.jsonl');
  t.true(fromClient.includes(encodeApi('version').text));
  t.true(fromClient.includes(encodeApi('show channels as json').text));
  t.true(fromClient.includes(encodeBgapi('status', '11111111-1111-1111-1111-111111111111').text));
});

test('sendmsg carries its argument as a counted body, in bytes', (t) => {
  const { text } = encodeSendmsg('u-1', {
    app: 'playback',
    arg: '/안내.wav',
    eventUuid: 'b3',
    eventLock: true,
    loops: 2,
  });
  t.is(
    text,
    'sendmsg u-1\ncall-command: execute\nexecute-app-name: playback\nloops: 2\nevent-lock: true\nEvent-UUID: b3\n' +
      'content-type: text/plain\ncontent-length: 11\n\n/안내.wav',
  );
});

test('sendmsg without an argument has no body', (t) => {
  const wanted = 'sendmsg u-1\ncall-command: execute\nexecute-app-name: answer\nEvent-UUID: a1\n\n';
  t.is(encodeSendmsg('u-1', { app: 'answer', eventUuid: 'a1' }).text, wanted);
  t.is(encodeSendmsg('u-1', { app: 'answer', arg: '', eventUuid: 'a1' }).text, wanted);
});

test('whatever its text, one command is exactly one frame, or is refused', (t) => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({
      unit: fc.constantFrom('\n', '\r', '\0', ' ', 'a', 'content-length: 3', ':', '한', '%0a', '😀'),
    }),
  );
  const command: fc.Arbitrary<EslCommand> = fc.oneof(
    text.map((value) => ({ kind: 'api' as const, command: value })),
    fc.record({ kind: fc.constant('bgapi' as const), command: text, jobUuid: text }),
    fc.record({ kind: fc.constant('sendmsg' as const), uuid: text, app: text, arg: text, eventUuid: text }),
    fc.record({
      kind: fc.constant('sendmsg' as const),
      uuid: fc.constant('u'),
      app: fc.constant('set'),
      arg: text,
    }),
  );
  fc.assert(
    fc.property(command, (one) => {
      try {
        const encoded = encodeCommand(one).text;
        t.deepEqual(asTheSwitchReads(`${encoded}api next\n\n`), [
          Buffer.from(encoded).toString(),
          'api next\n\n',
        ]);
      } catch (error) {
        t.true(isEslError(error, 'invalid-argument'));
        t.true(
          Object.values(one).some((value) => String(value).trim() === '' || /[\s\0]/.test(String(value))),
        );
      }
    }),
    { numRuns: 2_000 },
  );
});

test('names that are empty or hold white space, and odd loop counts, are refused', (t) => {
  const attempts = [
    () => encodeSendmsg('', { app: 'answer' }),
    () => encodeSendmsg('u 1', { app: 'answer' }),
    () => encodeSendmsg('u', { app: 'play back' }),
    () => encodeSendmsg('u', { app: 'playback', loops: 1.5 }),
    () => encodeApi(' '),
    () => encodeBgapi('', 'j'),
    () => encodeBgapi('status', ''),
  ];
  for (const attempt of attempts) t.true(isEslError(t.throws(attempt), 'invalid-argument'));
});
