import test from 'ava';
import { CallwrightError } from '../contracts/errors.ts';
import { createLog, describeError } from './log.ts';

const NUMBER = '07012345678';
const WHOLE = /0?70-?1234-?5678/;

/** A log whose lines the test reads. */
function createLogged(): { log: ReturnType<typeof createLog>; lines: string[] } {
  const lines: string[] = [];
  return { log: createLog('flow-worker', 'info', { write: (line) => void lines.push(line) }), lines };
}

/** Where a number may stand in a sentence. */
const SENTENCES = [
  `the number ${NUMBER} is not ours`,
  `not ours: ${NUMBER}`,
  `not ours: ${NUMBER}.`,
  `not ours:${NUMBER}`,
  `sip:${NUMBER}@10.0.0.5:5060 refused`,
  `<sip:+82${NUMBER.slice(1)}@trunk>`,
  `"${NUMBER}"`,
  'not ours: 070-1234-5678',
  'not ours: +82-70-1234-5678',
  `tel=${NUMBER};phone-context`,
  `from-${NUMBER}`,
  `${NUMBER}`,
];

for (const sentence of SENTENCES) {
  test(`no whole number is logged: ${sentence}`, (t) => {
    const { log, lines } = createLogged();
    log.info(sentence);
    log.warn({ err: new Error(sentence) }, 'failed');
    log.warn({ err: new Error('outer', { cause: new Error(sentence) }) }, 'failed');
    log.warn({ error: sentence }, 'failed');
    t.is(lines.length, 4);
    for (const line of lines) t.notRegex(line, WHOLE);
  });
}

/** What has digits and must stay readable. */
const READABLE = [
  'call/6b1f5c70-0d5a-4f43-9c3e-1d2f3a4b5c6d',
  '12345678-1234-4234-8234-123456789012',
  '127.0.0.1:34567',
  'within 20000 ms',
  '2026-03-03T10:00:00.000Z',
];

for (const text of READABLE) {
  test(`left alone: ${text}`, (t) => {
    const { log, lines } = createLogged();
    log.info(`about ${text} here`);
    t.true(lines[0]?.includes(`about ${text} here`));
  });
}

test('fields that hold numbers, digits or secrets are censored wherever they are', (t) => {
  const { log, lines } = createLogged();
  const personal = { caller: NUMBER, called: NUMBER, digits: '4711', pin: '4711', password: 'a-secret' };
  log.info({ ...personal, target: { kind: 'phone', digits: NUMBER } }, 'one');
  log.info({ input: personal, verb: { target: { digits: NUMBER } } }, 'two');
  log.info({ request: { input: personal, event: { digits: '4711' } } }, 'three');
  for (const line of lines) t.notRegex(line, /4711|a-secret|12345678/);
});

test('a line says who wrote it and how bad it is', (t) => {
  const { log, lines } = createLogged();
  log.warn('careful');
  t.like(JSON.parse(lines[0] ?? ''), { role: 'flow-worker', level: 'warn', msg: 'careful' });
});

test('an error is its name, code and sentence, without a stack', (t) => {
  t.deepEqual(describeError(new CallwrightError('switch/not-sent', 'the switch is away')), {
    name: 'CallwrightError',
    code: 'switch/not-sent',
    message: 'the switch is away',
  });
  t.deepEqual(describeError('text'), { name: 'string', message: 'text' });
});
