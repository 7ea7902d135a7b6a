import fc from 'fast-check';
import type { Block } from '../../contracts/scenario/block.ts';
import { HANDLER_NAMES } from '../../contracts/scenario/document.ts';
import { outcomesOf } from '../../contracts/scenario/outcomes.ts';
import { arbitraryBlock } from './arbitrary-blocks.ts';

/**
 * Random scenario documents: right in shape, arbitrary in meaning. Wires lead anywhere, also to nowhere and in circles;
 * variables and parts may not exist. For properties only.
 */
const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'gone'];
const id = fc.constantFrom(...names);
const variable = fc.constantFrom('n', 'm', 'secret', 'caller', 'none');
const next = (...outcomes: string[]): fc.Arbitrary<Record<string, string | undefined>> =>
  fc.record(Object.fromEntries(outcomes.map((outcome) => [outcome, id])), { requiredKeys: [] });

const item = fc.oneof(
  fc.constant('ko/main/goodbye.wav'),
  fc.constant({ silence: 100 }),
  fc.record({
    say: fc.constantFrom('digits', 'number', 'date'),
    value: fc.oneof(fc.record({ variable }), fc.record({ literal: fc.integer() })),
  }),
);
const prompts = fc.array(item, { minLength: 1, maxLength: 4 });
const term = fc.record({
  variable,
  op: fc.constantFrom('eq', 'ne', 'lt', 'gt', 'empty'),
  to: fc.oneof(fc.record({ variable }), fc.record({ literal: fc.constantFrom(1, 'x', true, null) })),
});
const tries = fc.integer({ min: 1, max: 3 });

const blocks = [
  fc.record({ type: fc.constant('answer'), next: next('done') }),
  fc.record({ type: fc.constant('play'), prompts, next: next('done') }),
  fc.record({ type: fc.constant('say'), prompts, informs: fc.boolean(), next: next('done') }),
  fc.record({
    type: fc.constant('menu'),
    prompts,
    noInputPrompts: prompts,
    wrongKeyPrompts: prompts,
    keys: fc.constantFrom({ '1': 'one' }, { '1': 'one', '12': 'two' }, { '#': 'one', '*': 'two' }),
    tries,
    next: next('one', 'two', 'noInput', 'wrongKey'),
  }),
  fc.record({
    type: fc.constant('collect'),
    prompts,
    noInputPrompts: prompts,
    invalidPrompts: prompts,
    min: fc.constant(1),
    max: fc.constant(4),
    tries,
    secret: fc.boolean(),
    variable,
    next: next('collected', 'noInput', 'invalid'),
  }),
  fc.record({
    type: fc.constant('condition'),
    when: fc.oneof(term, fc.record({ any: fc.array(term, { minLength: 1, maxLength: 3 }) })),
    next: next('yes', 'no'),
  }),
  fc.record({
    type: fc.constant('set'),
    assign: fc.array(
      fc.oneof(
        fc.record({ variable, add: fc.integer({ min: -2, max: 2 }) }),
        fc.record({
          variable,
          value: fc.oneof(fc.record({ variable }), fc.record({ literal: fc.constant(0) })),
        }),
      ),
      { minLength: 1, maxLength: 2 },
    ),
    next: next('done'),
  }),
  fc.record({
    type: fc.constant('businessHours'),
    calendar: fc.constantFrom('office', 'none'),
    next: next('open', 'closed', 'lunch', 'holiday'),
  }),
  fc.record({
    type: fc.constant('connect'),
    target: fc.constant({ kind: 'extension', digits: '1001' }),
    next: next('connected', 'busy', 'noAnswer', 'rejected', 'failed'),
  }),
  fc.record({ type: fc.constant('leaveMessage'), prompts, next: next('recorded', 'empty', 'failed') }),
  fc.record({
    type: fc.constant('sendMessage'),
    to: fc.oneof(fc.constant('caller'), fc.record({ variable })),
    text: fc.constantFrom('안내', '{{값}}'),
    values: fc.constantFrom({}, { 값: { variable: 'n' } }, { 값: { variable: 'secret' } }),
    next: next('accepted', 'refused', 'failed'),
  }),
  fc.record({
    type: fc.constant('subScenario'),
    part: fc.constantFrom('p', 'q', 'none'),
    next: next('done', 'other'),
  }),
  fc.record({ type: fc.constant('return'), outcome: fc.constantFrom('done', 'other') }),
  fc.record({ type: fc.constant('hangup') }),
] as const;

const HERE = new Set([
  ...[
    'answer',
    'play',
    'say',
    'menu',
    'collect',
    'condition',
    'set',
    'businessHours',
    'connect',
    'leaveMessage',
  ],
  ...['sendMessage', 'subScenario', 'return', 'hangup'],
]);

/** Every other type, right in itself, wired anywhere. */
const others = fc
  .tuple(
    arbitraryBlock.filter(({ type }) => !HERE.has(type)),
    fc.array(fc.option(id), { minLength: 6, maxLength: 6 }),
  )
  .map(([body, targets]) => {
    const wires = outcomesOf(body as Block, () => []).flatMap((outcome, index) => {
      const target = targets[index];
      return typeof target === 'string' ? [[outcome, target]] : [];
    });
    return { ...body, next: Object.fromEntries(wires) };
  });

const block: fc.Arbitrary<unknown> = fc.oneof(...blocks, { weight: 8, arbitrary: others });
const part = fc.record({
  entry: id,
  blocks: fc.dictionary(id, block, { minKeys: 1, maxKeys: 8, noNullPrototype: true }),
});

const handlers = fc.option(fc.dictionary(fc.constantFrom(...HANDLER_NAMES), id, { noNullPrototype: true }), {
  nil: undefined,
});

/** A document that the schema accepts, which the linter will mostly refuse. */
export const arbitraryScenario: fc.Arbitrary<unknown> = fc
  .record({ main: part, p: part, q: part, onHungUp: fc.option(id, { nil: undefined }), handlers })
  .map(({ main, p, q, onHungUp, handlers: given }) => ({
    schema: 1,
    name: 'random',
    language: 'ko',
    variables: {
      n: { type: 'number', initial: 0 },
      m: { type: 'number', initial: 5 },
      secret: { type: 'digits', secret: true },
    },
    ...main,
    subScenarios: { p, q },
    ...(onHungUp === undefined ? {} : { onHungUp }),
    ...(given === undefined ? {} : { handlers: given }),
  }));

type Wired = { next?: Record<string, string | undefined> };
type Part = { entry: string; blocks: Record<string, Wired> };

/**
 * The same with most wires made good: what leads nowhere leads to an end, and what cannot be reached is left out. Enough
 * of these pass the linter to hold it against the engine.
 */
export const tidyScenario: fc.Arbitrary<object> = arbitraryScenario.map((document) => {
  const main = document as Part & { subScenarios: Record<string, Part> };
  const subScenarios = Object.fromEntries(
    Object.entries(main.subScenarios).map(([name, sub]) => [
      name,
      tidied(sub, { type: 'return', outcome: 'done' }),
    ]),
  );
  return { ...main, ...tidied(main, { type: 'hangup' }), subScenarios };
});

const OUTCOMES: Record<string, string[]> = {
  answer: ['done'],
  play: ['done'],
  say: ['done'],
  set: ['done'],
  condition: ['yes', 'no'],
  collect: ['collected', 'noInput', 'invalid'],
  businessHours: ['open', 'closed', 'lunch', 'holiday'],
  connect: ['connected', 'busy', 'noAnswer', 'rejected', 'failed'],
  leaveMessage: ['recorded', 'empty', 'failed'],
  sendMessage: ['accepted', 'refused', 'failed'],
};

function tidied(part: Part, end: object): Part {
  const blocks: Record<string, Wired> = { stop: end };
  const waiting = [part.entry];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const found = part.blocks[name] as (Wired & { type: string; keys?: Record<string, string> }) | undefined;
    if (Object.hasOwn(blocks, name)) continue;
    const known =
      found &&
      (found.type === 'menu'
        ? [...Object.values(found.keys ?? {}), 'noInput', 'wrongKey']
        : OUTCOMES[found.type]);
    if (found === undefined || known === undefined) {
      blocks[name] = end;
      continue;
    }
    const next = Object.fromEntries(known.map((outcome) => [outcome, found.next?.[outcome] ?? 'stop']));
    blocks[name] = { ...found, next };
    waiting.push(...Object.values(next));
  }
  return { ...part, blocks };
}
