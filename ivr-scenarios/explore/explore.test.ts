import test from 'ava';
import type { ScenarioDraft } from '../../contracts/scenario/document.ts';
import type { Exploration } from '../../contracts/scenario/exploration.ts';
import { CALL_LIMITS } from '../../contracts/scenario/limits.ts';
import { SHIPPED_SCENARIOS } from '../catalog/index.ts';
import { menuBlock, playBlock, SAID, scenarioOf } from '../testing/blocks.ts';
import { compiledDraft } from '../testing/catalog.ts';
import { makeLargeScenario } from '../testing/large-scenario.ts';
import { exploreScenario } from './explore.ts';

type Blocks = ScenarioDraft['blocks'];

const explore = (blocks: Blocks, more: Partial<ScenarioDraft> = {}): Exploration =>
  exploreScenario(compiledDraft(scenarioOf(blocks, more)));
/** What is not reached, as `place why` and `place>outcome why`. */
const missed = ({ blocks }: Exploration): string[] =>
  blocks.flatMap(({ place, why, outcomes }) =>
    why === undefined
      ? outcomes.flatMap((one) => (one.why === undefined ? [] : [`${place}>${one.outcome} ${one.why}`]))
      : [`${place} ${why}`],
  );

const end: Blocks[string] = { type: 'hangup' };
const number = (initial: number) => ({ type: 'number' as const, initial });

for (const [name, draft] of Object.entries(SHIPPED_SCENARIOS)) {
  test(`every block and outcome of the shipped scenario ${name} is reached`, (t) => {
    const found = exploreScenario(compiledDraft(draft));
    t.true(found.complete);
    t.deepEqual(missed(found), []);
  });
}

test('all outcomes of a menu are reached, silence and wrong keys as well', (t) => {
  const found = explore({ first: menuBlock({}) });
  t.deepEqual(missed(found), []);
  t.deepEqual(found.worstTries, { place: 'main/first', tries: 3 });
});

test('a menu in which every key means something is never left by a wrong key', (t) => {
  const keys = Object.fromEntries([...'0123456789*#'].map((key) => [key, 'one']));
  t.deepEqual(missed(explore({ first: menuBlock({}, { keys }) })), ['main/first>wrongKey never-happens']);
});

test('a condition that can never hold is told, and what lies behind it', (t) => {
  const found = explore(
    {
      first: { type: 'set', assign: [{ variable: 'n', value: { literal: 1 } }], next: { done: 'ask' } },
      ask: {
        type: 'condition',
        when: { variable: 'n', op: 'gt', to: { literal: 5 } },
        next: { yes: 'far', no: 'end' },
      },
      far: playBlock('farther'),
      farther: playBlock('end'),
      lost: end,
    },
    { variables: { n: number(0) } },
  );
  t.deepEqual(missed(found), [
    'main/ask>yes never-true',
    'main/far never-true',
    'main/farther never-true',
    'main/lost no-wire',
  ]);
});

test('what a caller types is tried by what is asked of it later', (t) => {
  const collect: Blocks[string] = {
    type: 'collect',
    prompts: [SAID],
    noInputPrompts: [SAID],
    invalidPrompts: [SAID],
    min: 4,
    max: 4,
    variable: 'code',
    next: { collected: 'which', noInput: 'end', invalid: 'end' },
  };
  const which: Blocks[string] = {
    type: 'switch',
    variable: 'code',
    cases: [
      { outcome: 'exact', is: ['1234'] },
      { outcome: 'begins', startsWith: '9' },
      { outcome: 'tooLong', is: ['12345'] },
    ],
    next: { exact: 'end', begins: 'end', tooLong: 'end', otherwise: 'end' },
  };
  const found = explore({ first: collect, which }, { variables: { code: { type: 'digits' } } });
  t.true(found.complete);
  t.deepEqual(missed(found), ['main/which>tooLong never-true']);
});

test('what is typed may be copied before it is compared with another variable', (t) => {
  const found = explore(
    {
      first: {
        type: 'collect',
        prompts: [SAID],
        noInputPrompts: [SAID],
        invalidPrompts: [SAID],
        min: 6,
        max: 6,
        variable: 'typed',
        next: { collected: 'copy', noInput: 'end', invalid: 'end' },
      },
      copy: {
        type: 'set',
        assign: [{ variable: 'kept', value: { variable: 'typed' } }],
        next: { done: 'same' },
      },
      same: {
        type: 'condition',
        when: { variable: 'kept', op: 'eq', to: { variable: 'wanted' } },
        next: { yes: 'end', no: 'end' },
      },
    },
    {
      variables: {
        typed: { type: 'digits' },
        kept: { type: 'digits' },
        wanted: { type: 'digits', initial: '246810' },
      },
    },
  );
  t.deepEqual(missed(found), []);
});

test('what is read back is confirmed, corrected or given up', (t) => {
  const found = explore(
    {
      first: {
        type: 'collect',
        prompts: [SAID],
        noInputPrompts: [SAID],
        invalidPrompts: [SAID],
        min: 1,
        max: 2,
        variable: 'code',
        cancelKey: '*',
        confirm: { prompts: [SAID] },
        next: { collected: 'end', noInput: 'end', invalid: 'end', cancelled: 'end' },
      },
    },
    { variables: { code: { type: 'digits' } } },
  );
  t.deepEqual(missed(found), []);
  t.is(found.longestBy, 'path');
});

test('who calls decides, as far as the scenario asks', (t) => {
  const found = explore({
    first: {
      type: 'condition',
      when: { variable: 'caller', op: 'startsWith', to: { literal: '010' } },
      next: { yes: 'end', no: 'known' },
    },
    known: {
      type: 'condition',
      when: { variable: 'caller', op: 'empty' },
      next: { yes: 'end', no: 'end' },
    },
  });
  t.deepEqual(missed(found), []);
});

test('a counter is walked to its bound', (t) => {
  const found = explore(
    {
      first: menuBlock({ one: 'end', noInput: 'count', wrongKey: 'end' }, { tries: 2 }),
      count: { type: 'set', assign: [{ variable: 'n', add: 1 }], next: { done: 'check' } },
      check: {
        type: 'condition',
        when: { variable: 'n', op: 'lt', to: { literal: 3 } },
        next: { yes: 'first', no: 'end' },
      },
    },
    { variables: { n: number(0) } },
  );
  t.deepEqual(missed(found), []);
  t.deepEqual(found.worstTries, { place: 'main/first', tries: 6 }, 'three rounds of two tries');
  t.is(found.longestBy, 'path');
  t.true(found.complete);
});

test('a loop block turns as often as it says', (t) => {
  const found = explore({
    first: { type: 'loop', times: 3, next: { again: 'wait', over: 'end' } },
    wait: { type: 'wait', ms: 10_000, next: { done: 'first' } },
  });
  t.deepEqual(missed(found), []);
  t.is(found.longestMs, 30_000);
  t.deepEqual(found.longestPath.filter((place) => place === 'main/wait').length, 3);
});

test('a caller who turns a loop himself is bounded by the limit of a call', (t) => {
  const found = explore({ first: menuBlock({ one: 'first' }) });
  t.is(found.longestBy, 'call-limit');
  t.is(found.longestMs, CALL_LIMITS.callMs);
  t.false(found.ends.includes('server/too-long'), 'he can hang up');
});

test('a loop that turns by itself ends at a limit, and that is told', (t) => {
  const found = explore({ first: menuBlock({ noInput: 'first' }) });
  t.true(found.ends.includes('server/too-long'));
});

test('more prompts than a call may have are told', (t) => {
  const found = explore({
    first: { type: 'loop', times: 50, next: { again: 'p0', over: 'end' } },
    ...Object.fromEntries(
      Array.from({ length: 7 }, (_, index) => [
        `p${index}`,
        playBlock(index === 6 ? 'first' : `p${index + 1}`),
      ]),
    ),
  });
  t.true(found.ends.includes('server/too-long'), '350 prompts');
});

test('chance goes every way', (t) => {
  const found = explore({
    first: { type: 'split', shares: { a: 99, b: 1 }, next: { a: 'more', b: 'end' } },
    more: { type: 'random', ways: ['x', 'y', 'z'], next: { x: 'end', y: 'end', z: 'first' } },
  });
  t.deepEqual(missed(found), []);
});

test('a calendar that has no lunch never says lunch', (t) => {
  const weekly = Object.fromEntries(
    ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'].map((day) => [
      day,
      { work: { from: '00:00', to: '24:00' } },
    ]),
  ) as NonNullable<ScenarioDraft['calendars']>[string]['weekly'];
  const hours = (calendar: 'office' | { of: 'number' }): Blocks[string] => ({
    type: 'businessHours',
    calendar,
    next: { open: 'end', closed: 'end', lunch: 'end', holiday: 'end' },
  });
  const calendars = { office: { zone: 'Asia/Seoul' as const, weekly } };
  t.deepEqual(missed(explore({ first: hours('office') }, { calendars })), [
    'main/first>closed never-happens',
    'main/first>lunch never-happens',
    'main/first>holiday never-happens',
  ]);
  t.deepEqual(missed(explore({ first: hours({ of: 'number' }) })), [], 'may say anything one day');
});

test('answers of another system are tried by what is asked of them', (t) => {
  const found = explore(
    {
      first: {
        type: 'httpRequest',
        url: 'https://api.example.com',
        take: [{ variable: 'grade', path: 'grade' }],
        timeoutMs: 5_000,
        next: { ok: 'which', refused: 'end', failed: 'end', timeout: 'end' },
      },
      which: {
        type: 'switch',
        variable: 'grade',
        cases: [
          { outcome: 'gold', is: ['gold'] },
          { outcome: 'none', is: [null] },
        ],
        next: { gold: 'end', none: 'end', otherwise: 'end' },
      },
    },
    { variables: { grade: { type: 'text' } } },
  );
  t.deepEqual(missed(found), []);
  t.is(found.longestMs, 7_500);
});

test('handlers are walked: a prompt that fails, somebody in the console, a lost engine, a hang-up', (t) => {
  const handled = (name: string): Blocks[string] => ({ type: 'tag', tags: [name], next: { done: 'end' } });
  const found = explore(
    {
      first: menuBlock({}),
      failed: handled('failed'),
      sent: handled('sent'),
      again: handled('again'),
      over: { type: 'hangup', outcome: { result: 'client', reason: 'refused' } },
    },
    {
      handlers: { promptFailed: 'failed', operatorCommand: 'sent', engineRestarted: 'again' },
      onHungUp: 'over',
    },
  );
  t.deepEqual(missed(found), []);
  t.true(found.ends.includes('client/refused'));
  t.is(found.longestBy, 'path', 'what others do is not a loop of the caller');
});

test('the outcome for a prompt that is not there is reached where it is wired', (t) => {
  t.deepEqual(
    missed(
      explore({
        first: { ...playBlock('end'), next: { done: 'end', promptFailed: 'sorry' } } as Blocks[string],
        sorry: end,
      }),
    ),
    [],
  );
});

test('parts are walked with their parameters', (t) => {
  const call = (literal: number, done: string): Blocks[string] => ({
    type: 'subScenario',
    part: 'check',
    with: { n: { literal } },
    next: { low: done, high: 'end' },
  });
  const subScenarios: ScenarioDraft['subScenarios'] = {
    check: {
      entry: 'ask',
      parameters: ['n'],
      blocks: {
        ask: {
          type: 'condition',
          when: { variable: 'n', op: 'lt', to: { literal: 5 } },
          next: { yes: 'low', no: 'high' },
        },
        low: { type: 'return', outcome: 'low' },
        high: { type: 'return', outcome: 'high' },
      },
    },
  };
  const more = { variables: { n: number(0) }, subScenarios };
  t.deepEqual(missed(explore({ first: call(1, 'second'), second: call(9, 'end') }, more)), [
    'main/first>high never-true',
    'main/second>low never-true',
  ]);
});

test('an attended transfer can be declined', (t) => {
  const first: Blocks[string] = {
    type: 'transfer',
    mode: 'attended',
    target: { kind: 'extension', digits: '1001' },
    announce: [SAID],
    next: { busy: 'end', noAnswer: 'end', rejected: 'end', failed: 'end', declined: 'end' },
  };
  const found = explore({ first });
  t.deepEqual(missed(found), []);
  t.true(found.ends.includes('success/connected'));
});

test('the longest call is as long as its longest prompts', (t) => {
  const short = explore({ first: playBlock('end') });
  t.is(short.longestMs, 2_345);
  t.deepEqual(short.longestPath, ['main/first', 'main/end']);
});

test('an exploration of 300 blocks is complete', (t) => {
  const found = exploreScenario(compiledDraft(makeLargeScenario(300)));
  t.true(found.complete);
  t.log(`${found.states} states`);
  const reached = found.blocks.filter((block) => block.reached).length;
  t.true(reached > 80, `${reached} blocks`);
  t.true(found.blocks.every(({ why }) => why !== 'unexplored'));
});

test('a walk that is cut says so, and is the same each time', (t) => {
  const scenario = compiledDraft(makeLargeScenario(300));
  const cut = exploreScenario(scenario, { states: 40 });
  t.false(cut.complete);
  t.true(cut.blocks.some(({ why }) => why === 'unexplored'));
  t.deepEqual(exploreScenario(scenario, { states: 40 }), cut);
  let looks = 0;
  const timed = exploreScenario(scenario, { outOfTime: () => ++looks > 2 });
  t.false(timed.complete);
});
