import test from 'ava';
import type { ScenarioDraft } from '../../contracts/scenario/document.ts';
import { playBlock, scenarioOf } from '../testing/blocks.ts';
import { type CallDriver, driveCall } from '../testing/call-driver.ts';

const variables: ScenarioDraft['variables'] = {
  name: { type: 'text', initial: '홍 길동/..?' },
  grade: { type: 'text', initial: 'none' },
  count: { type: 'number', initial: 3 },
};
const draft = (more: object = {}, rest: Partial<ScenarioDraft> = {}): ScenarioDraft =>
  scenarioOf(
    {
      first: {
        type: 'httpRequest',
        url: 'https://api.example.com/users/{name}?n={count}',
        take: [{ variable: 'grade', path: 'customer.grade' }],
        next: { ok: 'say', refused: 'say', failed: 'say', timeout: 'say' },
        ...more,
      },
      say: playBlock('end'),
    },
    { variables, ...rest },
  );
const asking = (more: object = {}, rest: Partial<ScenarioDraft> = {}): CallDriver =>
  driveCall(draft(more, rest));

test('asks while the filler plays, with the values encoded', (t) => {
  const call = asking({ method: 'POST', body: { n: { variable: 'count' } }, timeoutMs: 3_000, retries: 1 });
  t.deepEqual(call.kinds(), ['music', 'httpRequest']);
  t.like(call.verbs[1], {
    url: 'https://api.example.com/users/%ED%99%8D%20%EA%B8%B8%EB%8F%99%2F..%3F?n=3',
    body: { n: 3 },
    take: [{ variable: 'grade', path: 'customer.grade' }],
  });
  t.is(call.last().deadlines.find(({ id }) => id === 'http')?.dueAt, call.now() + 3_500 * 2 + 2_000);
});

test('a value of dots alone does not climb up the path', (t) => {
  const call = asking({}, { variables: { ...variables, name: { type: 'text', initial: '..' } } });
  t.like(call.verbs[1], { url: 'https://api.example.com/users/%2E%2E?n=3' });
});

test('an answer sets what was asked for, and nothing else', (t) => {
  const call = asking();
  call.take({ type: 'fetched', result: 'ok', status: 200, values: { grade: 'gold', count: 99 } });
  t.like(call.last().snapshot.variables, { grade: 'gold', count: 3 });
  t.deepEqual(call.kinds().slice(2), ['stop', 'play']);
  t.false(call.last().deadlines.some(({ id }) => id === 'http'));
});

for (const result of ['refused', 'failed', 'timeout'] as const) {
  test(`${result} is an outcome, and sets nothing`, (t) => {
    const call = asking();
    call.take({ type: 'fetched', result, values: { grade: 'gold' } });
    t.is(call.steps()[0]?.outcome, result);
    t.is(call.last().snapshot.variables.grade, 'none');
  });
}

test('no answer at all is a time-out, by the deadline', (t) => {
  const call = asking();
  call.pass('http');
  t.is(call.steps()[0]?.outcome, 'timeout');
  t.deepEqual(
    call.take({ type: 'fetched', verb: 2, result: 'ok', values: {} }).verbs,
    [],
    'later it is stale',
  );
});

test('an address that cannot be made is refused without asking', (t) => {
  const call = asking({}, { variables: { ...variables, name: { type: 'text', initial: '\ud800' } } });
  t.deepEqual(call.kinds(), ['play']);
  t.is(call.steps()[0]?.outcome, 'refused');
});

test('without a wire for it a time-out takes the handler, and without that it is failed', (t) => {
  const next = { ok: 'say', refused: 'say', failed: 'say' };
  const handled = asking({ next }, { handlers: { httpTimeout: 'end' } });
  handled.take({ type: 'fetched', result: 'timeout', values: {} });
  t.deepEqual(handled.kinds().slice(2), ['stop', 'hangup']);
  t.is(handled.steps()[0]?.outcome, 'httpTimeout');
  const bare = asking({ next });
  bare.take({ type: 'fetched', result: 'timeout', values: {} });
  t.is(bare.steps()[0]?.outcome, 'failed');
});

test('one call asks 100 times at most', (t) => {
  const call = asking({ next: { ok: 'first', refused: 'say', failed: 'say', timeout: 'say' } });
  for (let turn = 0; turn < 100; turn += 1) call.take({ type: 'fetched', result: 'ok', values: {} });
  t.is(call.last().snapshot.closing?.reason, 'too-long');
});
