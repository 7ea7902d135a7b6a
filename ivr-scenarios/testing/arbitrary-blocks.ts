import fc from 'fast-check';

/**
 * Random blocks of every type, right in themselves, without wires. They use the variables, calendars and prompts of
 * `valid-scenario.ts`.
 */
const ID = '7f3f0b62-6a44-4a53-9d1c-0d3e3bf7d7a1';

/** Shipped in both languages. */
const file = fc.constantFrom('ko/system/waiting.wav', 'ko/system/accept.wav');
const reading = fc.constantFrom(
  { say: 'digits', value: { variable: 'd' } },
  { say: 'number', value: { variable: 'n' } },
  { say: 'amount', value: { variable: 'm' } },
  { say: 'date', value: { variable: 'day' } },
  { say: 'time', value: { literal: '0930' } },
  { say: 'count', value: { variable: 'n' }, unit: 'people' },
);
const sound = fc.oneof(
  { weight: 3, arbitrary: file },
  fc.constant({ silence: 100 }),
  fc.constant({ tone: 'beep' }),
  fc.constant({ tone: { hz: [440, 480], onMs: 200, offMs: 100, times: 2 } }),
);
/** One reading at most: two of 32 keys are more than a verb can carry. */
const prompts = fc.oneof(fc.tuple(sound), fc.tuple(reading), fc.tuple(sound, reading));
const music = fc.constantFrom({ tone: 'silence' }, { tone: 'ringback' }, 'ko/system/music.wav');
const target = fc.constantFrom(
  { kind: 'extension', digits: '1001' },
  { kind: 'phone', digits: '07012345678' },
);
const calendar = fc.constantFrom('office', { company: ID }, { of: 'number' });
const tries = fc.integer({ min: 1, max: 3 });
const asked = { prompts, noInputPrompts: prompts, tries };

type Fields = Record<string, fc.Arbitrary<unknown>>;
const block = (type: string, fields: Fields = {}): fc.Arbitrary<{ type: string }> =>
  fc.record({ type: fc.constant(type), ...fields }) as fc.Arbitrary<{ type: string }>;

const said = { prompts, loops: fc.integer({ min: 1, max: 3 }), informs: fc.boolean() };
const input = {
  ...asked,
  invalidPrompts: prompts,
  min: fc.constant(1),
  max: fc.constantFrom(4, 13),
  validator: fc.constantFrom('any', 'digits', 'mobile', 'date', 'time', 'luhn'),
};

const SPEAKING = [
  block('answer'),
  block('play', said),
  block('say', said),
  block('leaveMessage', { prompts, beep: fc.boolean() }),
  block('recording', { action: fc.constantFrom('start', 'stop', 'mask', 'unmask', 'pause', 'resume') }),
  block('menu', {
    ...asked,
    wrongKeyPrompts: prompts,
    keys: fc.constantFrom(
      { '1': 'one' },
      { '1': 'one', '12': 'two' },
      { '#': 'one', '*': 'two', '0': 'one' },
    ),
  }),
  block('collect', { ...input, variable: fc.constant('d') }),
  block('collect', { ...input, variable: fc.constant('d'), cancelKey: fc.constant('*') }),
  block('collect', {
    ...input,
    variable: fc.constant('d'),
    confirm: fc.constant({ prompts: [{ say: 'digits', value: { variable: 'd' } }] }),
  }),
  block('collect', { ...input, variable: fc.constant('pin'), secret: fc.constant(true) }),
];

const DECIDING = [
  block('condition', {
    when: fc.constantFrom(
      { variable: 'n', op: 'lt', to: { literal: 2 } },
      { variable: 'd', op: 'notEmpty' },
      {
        any: [
          { variable: 's', op: 'eq', to: { literal: 'x' } },
          { variable: 'n', op: 'gt', to: { literal: 0 } },
        ],
      },
    ),
  }),
  block('switch', {
    variable: fc.constant('s'),
    cases: fc.constant([
      { outcome: 'a', is: ['x', 'y'] },
      { outcome: 'b', startsWith: 'z' },
    ]),
  }),
  block('switch', {
    variable: fc.constant('n'),
    cases: fc.constant([
      { outcome: 'low', to: 1 },
      { outcome: 'high', from: 2, to: 5 },
    ]),
  }),
  block('loop', { times: fc.integer({ min: 1, max: 2 }) }),
  block('split', { shares: fc.constantFrom({ a: 40, b: 60 }, { a: 1, b: 98, c: 1 }) }),
  block('random', { ways: fc.constantFrom(['a', 'b'], ['a', 'b', 'c']) }),
  block('set', {
    assign: fc.constantFrom(
      [{ variable: 'n', add: 1 }],
      [
        { variable: 'n', value: { variable: 'm' } },
        { variable: 's', value: { literal: 'z1' } },
      ],
    ),
  }),
  block('tag', { tags: fc.constant(['VIP']) }),
  block('log', { text: fc.constant('여기까지'), values: fc.constantFrom([], ['n', 's']) }),
  block('language', { language: fc.constantFrom('ko', 'en') }),
  block('setCallerId', { number: fc.constantFrom('called', '15880000') }),
  block('enqueue', { queue: fc.constant('상담') }),
  block('offerCallback', { queue: fc.constant('상담'), prompts }),
  block('joinConference', { room: fc.constant('회의') }),
];

const WAITING = [
  block('businessHours', { calendar }),
  block('wait', { ms: fc.integer({ min: 100, max: 5_000 }), music }),
  block('waitUntil', {
    until: fc.oneof(fc.constant({ time: '10:00' }), fc.record({ opens: calendar })),
    maxMs: fc.constant(60_000),
    music,
  }),
  block('sendMessage', { text: fc.constant('안내') }),
  block('httpRequest', {
    url: fc.constant('https://api.example.com/{s}'),
    retries: fc.integer({ min: 0, max: 2 }),
    take: fc.constantFrom([], [{ variable: 's', path: 'customer.grade' }]),
    filler: music,
  }),
  block('connect', { target, music }),
  block('transfer', { mode: fc.constant('blind'), target }),
  block('transfer', { mode: fc.constant('attended'), target, announce: prompts }),
  block('toScenario', { scenario: fc.constant(ID) }),
];

export const arbitraryBlock: fc.Arbitrary<{ type: string }> = fc.oneof(...SPEAKING, ...DECIDING, ...WAITING);
export const arbitraryCall = (part: string, given: Record<string, unknown>): fc.Arbitrary<{ type: string }> =>
  block('subScenario', { part: fc.constant(part), with: fc.constant(given) });
