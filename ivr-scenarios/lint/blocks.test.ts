import test from 'ava';
import type { ScenarioDraft } from '../../contracts/scenario/document.ts';
import type { LintSurroundings, Problem } from '../../contracts/scenario/problem.ts';
import { menuBlock, playBlock, SAID, scenarioOf } from '../testing/blocks.ts';
import { shippedPrompts } from '../testing/catalog.ts';
import { lintScenario } from './lint.ts';

const catalog = shippedPrompts();
type Blocks = ScenarioDraft['blocks'];
const ID = '6f1d3c1e-58a4-4a57-9a3e-0d8f6f0f7a11';

const problems = (
  blocks: Blocks,
  more: Partial<ScenarioDraft> = {},
  around: LintSurroundings = {},
): Problem[] => lintScenario(scenarioOf(blocks, more), catalog, around);
const found = (blocks: Blocks, more: Partial<ScenarioDraft> = {}, around: LintSurroundings = {}): string[] =>
  problems(blocks, more, around).map(({ code, severity, block }) => `${severity} ${code} ${block}`);

const fetch = (more: object, next: object = {}): Blocks[string] =>
  ({
    type: 'httpRequest',
    url: 'https://api.example.com/orders/{order}',
    next: { ok: 'end', refused: 'end', failed: 'end', timeout: 'end', ...next },
    ...more,
  }) as Blocks[string];

test('a block may have a wire for a prompt that fails, and needs none', (t) => {
  t.deepEqual(found({ first: menuBlock({ promptFailed: 'end' }) }), []);
  t.deepEqual(found({ first: { type: 'answer', next: { done: 'end', promptFailed: 'end' } } }), [
    'error unknown-outcome main/first',
  ]);
});

test('a time-out needs a wire or the handler of the scenario', (t) => {
  const next = { ok: 'end', refused: 'end', failed: 'end' };
  const first = { ...fetch({ url: 'https://api.example.com' }), next } as Blocks[string];
  t.deepEqual(found({ first }), ['error unwired-outcome main/first']);
  t.deepEqual(found({ first }, { handlers: { httpTimeout: 'end' } }), []);
});

test('handlers are there, and what runs without a caller says nothing', (t) => {
  const blocks = { first: playBlock('end'), late: playBlock('end') };
  t.deepEqual(found({ first: playBlock('end') }, { handlers: { operatorCommand: 'gone' } }), [
    'error unknown-handler null',
  ]);
  t.deepEqual(found(blocks, { handlers: { operatorCommand: 'late' } }), []);
  t.deepEqual(found(blocks, { handlers: { mediaTimeout: 'late' } }), ['error hung-up-handler main/late']);
});

test('only listed hosts are asked, and only if hosts are told', (t) => {
  const blocks = { first: fetch({ url: 'https://API.example.com:8443/x' }) };
  t.deepEqual(found(blocks), []);
  t.deepEqual(found(blocks, {}, { hosts: ['api.example.com'] }), []);
  t.deepEqual(found(blocks, {}, { hosts: ['example.com'] }), ['error unlisted-host main/first']);
  const disguised = { first: fetch({ url: 'https://api.example.com@evil.example/x' }) };
  t.deepEqual(found(disguised, {}, { hosts: ['api.example.com'] }), ['error unlisted-host main/first']);
});

test('numbers, scenarios and calendars of the company are its own', (t) => {
  const own: Blocks = {
    first: { type: 'setCallerId', number: '15880000', next: { done: 'hours' } },
    hours: {
      type: 'businessHours',
      calendar: { company: ID },
      next: { open: 'over', closed: 'end', lunch: 'end', holiday: 'end' },
    },
    over: { type: 'toScenario', scenario: ID, next: { missing: 'end' } },
  };
  t.deepEqual(found(own), []);
  t.deepEqual(found(own, {}, { numbers: ['15880000'], calendars: [ID], scenarios: [ID] }), []);
  t.deepEqual(found(own, {}, { numbers: [], calendars: [], scenarios: [] }), [
    'error unknown-calendar main/hours',
    'error unknown-number main/first',
    'error unknown-scenario main/over',
  ]);
});

test('what has no engine yet is a warning', (t) => {
  const first: Blocks[string] = {
    type: 'joinConference',
    room: '상담실',
    next: { ended: 'end', refused: 'end', unavailable: 'end' },
  };
  t.deepEqual(found({ first }), ['warning not-yet-working main/first']);
});

test('secrets stay out of addresses and the story of the call', (t) => {
  const variables = { order: { type: 'digits' as const, secret: true, initial: '1' } };
  t.deepEqual(found({ first: fetch({}) }, { variables }), ['error secret-spoken main/first']);
  const noted: Blocks[string] = { type: 'log', text: 'x', values: ['order'], next: { done: 'end' } };
  t.deepEqual(found({ first: noted }, { variables }), ['error secret-spoken main/first']);
  const posted = fetch({
    url: 'https://api.example.com',
    method: 'POST',
    body: { pin: { variable: 'order' } },
  });
  t.deepEqual(found({ first: posted }, { variables }), [], 'where the company itself said that it may go');
});

test('variables of an address exist', (t) => {
  t.deepEqual(found({ first: fetch({}) }), ['error unknown-variable main/first']);
});

const asks = (with_: object, parameters = ['order']): [Blocks, Partial<ScenarioDraft>] => [
  { first: { type: 'subScenario', part: 'ask', with: with_, next: { done: 'end' } } as Blocks[string] },
  {
    variables: { order: { type: 'digits' }, other: { type: 'digits', initial: '1' } },
    subScenarios: {
      ask: { entry: 'back', parameters, blocks: { back: { type: 'return', outcome: 'done' } } },
    },
  },
];

test('a part gets its parameters and nothing else', (t) => {
  t.deepEqual(found(...asks({ order: { literal: '1' } })), []);
  t.deepEqual(found(...asks({})), ['error parameter-missing main/first']);
  t.deepEqual(found(...asks({ order: { literal: '1' }, other: { literal: '2' } })), [
    'error unknown-parameter main/first',
  ]);
  t.deepEqual(found(...asks({ order: { literal: 5 } })), ['error type-mismatch main/first']);
  t.deepEqual(found(...asks({ nothing: { literal: '1' } }, ['nothing'])), ['error unknown-variable null']);
});

test('cases that never come true are warnings, cases of another type are errors', (t) => {
  const first = (cases: object[]): Blocks =>
    ({
      first: { type: 'switch', variable: 'n', cases, next: { low: 'end', high: 'end', otherwise: 'end' } },
    }) as Blocks;
  const more = { variables: { n: { type: 'number' as const, initial: 1 } } };
  const low = { outcome: 'low', from: 1, to: 10 };
  t.deepEqual(found(first([low, { outcome: 'high', from: 11 }]), more), []);
  t.deepEqual(found(first([low, { outcome: 'high', is: [3, 4] }]), more), [
    'warning impossible-outcome main/first',
  ]);
  t.deepEqual(found(first([low, { outcome: 'high', from: 2, to: 5 }]), more), [
    'warning impossible-outcome main/first',
  ]);
  t.deepEqual(found(first([low, { outcome: 'high', from: 12, to: 11 }]), more), [
    'warning impossible-outcome main/first',
  ]);
  t.deepEqual(found(first([low, { outcome: 'high', is: ['x'] }]), more), ['error type-mismatch main/first']);
});

test('music is there', (t) => {
  const wait = (music: object | string): Blocks =>
    ({ first: { type: 'wait', ms: 5_000, music, next: { done: 'end' } } }) as Blocks;
  t.deepEqual(found(wait({ tone: 'silence' })), []);
  t.deepEqual(found(wait('ko/system/music.wav')), []);
  t.deepEqual(found(wait('ko/system/none.wav')), ['error unknown-music main/first']);
  t.deepEqual(found(wait({ stream: [{ prompt: ID }] })), ['error unknown-music main/first']);
  const withMusic = { ...catalog, 'u/0a.wav': { ms: 9_000, text: '', prompt: ID } };
  t.deepEqual(lintScenario(scenarioOf(wait({ stream: [{ prompt: ID }] })), withMusic), []);
});

test('every problem has the facts that its sentence needs', (t) => {
  const [problem] = problems({ first: playBlock('end', 'ko/none.wav') });
  t.deepEqual(problem?.facts, { what: 'file', name: 'ko/none.wav', language: 'ko' });
  const [long] = lintScenario({ ...scenarioOf({}), name: 5 }, catalog);
  t.like(long?.facts, { field: 'name', issue: 'wrong-type' });
  const [absent] = lintScenario({ schema: 1 }, catalog);
  t.like(absent?.facts, { issue: 'missing' });
});

const loop = (blocks: Blocks, times = 3): Blocks => ({
  first: { type: 'loop', times, next: { again: 'body', over: 'end' } },
  ...blocks,
});

test('loop blocks and waits end a loop', (t) => {
  t.deepEqual(found(loop({ body: playBlock('first') })), []);
  const nested = loop({
    body: { type: 'loop', times: 2, next: { again: 'inner', over: 'first' } },
    inner: playBlock('body'),
  });
  t.deepEqual(found(nested), []);
  const waits = (ms: number): Blocks => ({
    first: { type: 'wait', ms, next: { done: 'check' } },
    check: {
      type: 'condition',
      when: { variable: 'caller', op: 'empty' },
      next: { yes: 'first', no: 'end' },
    },
  });
  t.deepEqual(found(waits(5_000)), []);
  t.deepEqual(found(waits(100)), ['error endless-loop main/first'], 'more often than a call has events');
});

test('a loop block whose way out leads back is no end', (t) => {
  const back = loop({ body: playBlock('first') });
  back['first'] = { type: 'loop', times: 3, next: { again: 'body', over: 'body' } };
  t.deepEqual(found({ ...back, body: menuBlock({ noInput: 'first' }) }), ['error endless-loop main/first']);
});

test('too many decisions in one go are refused, however they come about', (t) => {
  const nothing = (done: string): Blocks[string] => ({ type: 'tag', tags: ['x'], next: { done } });
  const chain = Object.fromEntries(
    Array.from({ length: 201 }, (_, index) => [
      `b${index}`,
      nothing(index === 200 ? 'end' : `b${index + 1}`),
    ]),
  );
  t.deepEqual(found({ first: nothing('b0'), ...chain }), ['error too-many-decisions main/first']);
  const nested = loop(
    {
      body: { type: 'loop', times: 20, next: { again: 'inner', over: 'first' } },
      inner: nothing('body'),
    },
    20,
  );
  t.deepEqual(found(nested), ['error too-many-decisions main/first']);
  t.deepEqual(found({ ...nested, inner: playBlock('body') }), [], 'a prompt is waited for');
});

test('parts call each other only so deep', (t) => {
  const levels = (count: number): Partial<ScenarioDraft> => ({
    subScenarios: Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `p${index}`,
        {
          entry: 'go',
          blocks: {
            go:
              index === count - 1
                ? playBlock('back')
                : { type: 'subScenario' as const, part: `p${index + 1}`, next: { done: 'back' } },
            back: { type: 'return' as const, outcome: 'done' },
          },
        },
      ]),
    ),
  });
  const first: Blocks[string] = { type: 'subScenario', part: 'p0', next: { done: 'end' } };
  t.deepEqual(found({ first }, levels(15)), []);
  t.deepEqual(found({ first }, levels(16)), ['error too-deep-calls null']);
});

test('a language that is spoken is offered', (t) => {
  const first: Blocks[string] = { type: 'language', language: 'en', next: { done: 'end' } };
  t.deepEqual(found({ first }), ['error missing-language main/first']);
});

test('every prompt is there in every language that is offered', (t) => {
  const english = {
    ...catalog,
    'en/system/apology.wav': { ms: 1, text: 'Sorry.' },
    'en/system/prompt-failed.wav': { ms: 1, text: 'Sorry.' },
  };
  const more: Partial<ScenarioDraft> = { languages: ['ko', 'en'] };
  const codes = (first: Blocks[string], files: typeof catalog): string[] =>
    lintScenario(scenarioOf({ first }, more), files).map(({ code, facts }) => `${code} ${facts?.['name']}`);
  const said = playBlock('end');
  t.deepEqual(codes(said, english), [`missing-language ${SAID}`]);
  t.deepEqual(codes(said, { ...english, 'en/main/goodbye.wav': { ms: 1, text: 'Goodbye.' } }), []);
  const text = (item: object): Blocks[string] => ({ ...said, prompts: [item] }) as Blocks[string];
  const words = { text: '이용해 주셔서 감사합니다.', in: { en: 'Thank you.' } };
  t.deepEqual(codes(text(words), english), ['missing-language Thank you.']);
  t.deepEqual(
    codes(text(words), { ...english, 'u/1.wav': { ms: 1, text: 'Thank you.', language: 'en' } }),
    [],
  );
  const own = { 'u/2.wav': { ms: 1, text: '', prompt: ID, language: 'ko' as const } };
  t.deepEqual(codes(text({ prompt: ID }), { ...english, ...own }), [`missing-language ${ID}`]);
});
