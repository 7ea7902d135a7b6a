import { SCENARIO_LIMITS } from '../../contracts/scenario/limits.ts';

/**
 * Documents that somebody made to keep us busy, by what they are after. Each has to be refused (or judged) with little
 * work: for tests and benchmarks.
 */
export const hostileDocuments: Readonly<Record<string, () => unknown>> = {
  deep: () => JSON.parse(`${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`),
  'deep arrays': () => JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`),
  'one huge text': () => document({ name: 'x'.repeat(20_000_000) }),
  'many values': () => document({ blocks: Array.from({ length: 2_000_000 }, () => 0) }),
  'many keys': () => document({ blocks: named(100_000, () => hangup) }),
  'sparse array': () => document({ blocks: new Array(4_000_000_000) }),
  'keys with a meaning': () => JSON.parse('{"schema":1,"blocks":{"__proto__":{"type":"hangup"}}}'),
  'every block wrong': () => document({ blocks: named(400, () => ({ type: 'menu', next: { a: 5 } })) }),
  'unknown types': () => document({ blocks: named(SCENARIO_LIMITS.blocks, () => ({ type: {} })) }),
  'everything leads everywhere': () => document({ blocks: named(SCENARIO_LIMITS.blocks, dense) }),
  'a ring of decisions': () => document({ blocks: named(SCENARIO_LIMITS.blocks, ring), ...counters }),
  'counters inside counters': () => document({ blocks: named(300, nested), ...counters }),
  'loops inside loops': () => document({ blocks: named(SCENARIO_LIMITS.blocks, loop) }),
  'a long chain': () => document({ blocks: named(SCENARIO_LIMITS.blocks, chain) }),
  'parts that call each other': () => document({ blocks: named(5, calling), ...circle(50, 9) }),
  'parts in levels': () => document({ blocks: named(5, calling), ...levels(50, 9) }),
  'variables everywhere': () => document({ blocks: named(400, using), variables: named(100, declared) }),
  'addresses full of braces': () => document({ blocks: named(300, address) }),
  'texts full of braces': () => document({ blocks: named(300, braces) }),
};

const LAST = SCENARIO_LIMITS.blocks - 1;
const hangup = { type: 'hangup' };
const id = (index: number): string => `b${index}`;
const onwards = (index: number): string => id(Math.min(index + 1, LAST));

function named(count: number, make: (index: number) => unknown): Record<string, unknown> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [id(index), make(index)]));
}

const document = (more: object): object => ({
  schema: 1,
  name: 'hostile',
  language: 'ko',
  entry: 'b0',
  ...more,
});

const declared = (): object => ({ type: 'number' });
const counters = { variables: { n: { type: 'number', initial: 0 } } };

function dense(index: number): object {
  if (index === LAST) return hangup;
  const ways = Array.from({ length: 20 }, (_, way) => `w${way}`);
  const next = ways.map((way, at) => [way, id((index * 7 + at * 31) % SCENARIO_LIMITS.blocks)]);
  return { type: 'random', ways, next: Object.fromEntries(next) };
}

function ring(index: number): object {
  const next = {
    yes: id((index + 1) % SCENARIO_LIMITS.blocks),
    no: id((index + 250) % SCENARIO_LIMITS.blocks),
  };
  return { type: 'condition', when: { variable: 'n', op: 'lt', to: { literal: index % 40 } }, next };
}

function nested(index: number): object {
  if (index % 2 === 0) {
    return { type: 'set', assign: [{ variable: 'n', add: 1 }], next: { done: id((index + 1) % 300) } };
  }
  const next = { yes: id((index + 1) % 300), no: id((index + 3) % 300) };
  return { type: 'condition', when: { variable: 'n', op: 'lt', to: { literal: 40 } }, next };
}

function loop(index: number): object {
  if (index === LAST) return hangup;
  return { type: 'loop', times: 50, next: { again: onwards(index), over: id(Math.max(0, index - 1)) } };
}

const chain = (index: number): object =>
  index === LAST ? hangup : { type: 'tag', tags: ['x'], next: { done: onwards(index) } };

const calling = (index: number): object =>
  index === 4 ? hangup : { type: 'subScenario', part: 'p0', next: { done: id(index + 1) } };

function parts(count: number, blocks: number, callee: (part: number) => number): object {
  const subScenarios = Array.from({ length: count }, (_, part) => {
    const made = named(blocks, (index) =>
      index === blocks - 1
        ? { type: 'return', outcome: 'done' }
        : { type: 'subScenario', part: `p${callee(part)}`, next: { done: id(index + 1) } },
    );
    return [`p${part}`, { entry: 'b0', blocks: made }];
  });
  return { subScenarios: Object.fromEntries(subScenarios) };
}

const circle = (count: number, blocks: number): object => parts(count, blocks, (part) => (part + 1) % count);
const levels = (count: number, blocks: number): object =>
  parts(count, blocks, (part) => Math.min(part + 1, count - 1));

function using(index: number): object {
  const term = (at: number): object => ({
    variable: id((index + at) % 100),
    op: 'eq',
    to: { variable: id((index + at * 3) % 100) },
  });
  const when = { any: Array.from({ length: 20 }, (_, at) => term(at)) };
  return { type: 'condition', when, next: { yes: id((index * 3 + 1) % 400), no: id((index * 5 + 2) % 400) } };
}

const address = (index: number): object => ({
  type: 'httpRequest',
  url: `https://a.example/${'{'.repeat(240)}${'}'.repeat(240)}`,
  next: { ok: onwards(index), refused: 'b0', failed: 'b0', timeout: 'b0' },
});

const braces = (index: number): object => ({
  type: 'sendMessage',
  text: '{{'.repeat(900),
  next: { accepted: onwards(index), refused: 'b0', failed: 'b0' },
});
