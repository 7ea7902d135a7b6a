import test from 'ava';
import { playBlock, SAID_SILENT, SAID_WRONG, scenarioOf } from '../../ivr-scenarios/testing/blocks.ts';
import { compiledDraft } from '../../ivr-scenarios/testing/catalog.ts';
import { INPUT } from './support/call-input.ts';
import type { Before, PhoneCall } from './support/phone-call.ts';
import { phoneCall } from './support/twice.ts';

const asking = compiledDraft(
  scenarioOf(
    {
      first: { type: 'answer', next: { done: 'ask' } },
      ask: {
        type: 'httpRequest',
        url: 'https://crm.example.kr/grade?of={caller}',
        timeoutMs: 5_000,
        take: [{ variable: 'grade', path: 'customer.grade' }],
        next: { ok: 'judge', refused: 'sorry', failed: 'sorry', timeout: 'late' },
      },
      judge: {
        type: 'condition',
        when: { variable: 'grade', op: 'eq', to: { literal: 'vip' } },
        next: { yes: 'said', no: 'sorry' },
      },
      said: playBlock('end'),
      sorry: playBlock('end', SAID_WRONG),
      late: playBlock('end', SAID_SILENT),
    },
    { variables: { grade: { type: 'text' } } },
  ),
);

/** What the other system takes before it answers. */
const slow =
  (ms: number): Before =>
  (name, { sleep }) =>
    name === 'fetchForCall' ? sleep(ms) : undefined;

const plays = (call: PhoneCall): unknown[] =>
  call.channel.heard.flatMap((verb) => (verb.kind === 'play' ? [verb.prompts] : []));
const said = (path: string): unknown => [{ kind: 'file', path }];

test(
  'the caller hears the filler while another system is asked, and goes on by its answer',
  phoneCall(
    () => ({
      scenario: asking,
      http: [{ result: 'ok', status: 200, values: { grade: 'vip' } }],
      before: slow(3_000),
    }),
    async (t, call) => {
      await call.sandbox.advance(2_900);
      t.deepEqual(
        call.channel.heard.map(({ kind }) => kind),
        ['answer', 'music'],
      );
      await call.sandbox.advance(60_000);
      t.deepEqual(call.result()?.outcome, { result: 'success', reason: 'completed' });
      t.deepEqual(plays(call), [said('ko/main/goodbye.wav')]);
      t.is(call.channel.heard[2]?.kind, 'stop');
      t.is(call.fetches[0]?.url, `https://crm.example.kr/grade?of=${INPUT.caller}`);
      t.is(call.fetches[0]?.tenant, INPUT.tenant);
      t.is(call.activities.filter((one) => one.endsWith('fetchForCall')).length, 1);
      t.false(call.activities.includes('local fetchForCall'), 'seconds do not belong into a workflow task');
    },
  ),
);

test(
  'a caller who hangs up meanwhile is not waited for',
  phoneCall(
    () => ({ scenario: asking, before: slow(4_000) }),
    async (t, call) => {
      await call.sandbox.advance(1_000);
      call.hangUp();
      await call.sandbox.advance(500);
      t.is(call.sandbox.run(`call/${INPUT.call}`)?.status, 'completed');
      await call.sandbox.advance(60_000);
      t.is(call.records.length, 1);
    },
  ),
);

test(
  'a call that is due to continue as new waits for the answer first',
  phoneCall(
    () => ({
      scenario: asking,
      input: { continueAfterEvents: 4 },
      http: [{ result: 'ok', status: 200, values: { grade: 'vip' } }],
      before: slow(3_000),
    }),
    async (t, call) => {
      await call.sandbox.advance(500);
      const asked = call.sandbox.runs().length;
      await call.sandbox.advance(2_400);
      t.deepEqual(plays(call), [], 'it still waits');
      t.is(call.sandbox.runs().length, asked, 'another run would never get the answer');
      await call.sandbox.advance(60_000);
      t.true(call.sandbox.runs().length > asked, 'it was due');
      t.is(call.fetches.length, 1);
      t.deepEqual(plays(call), [said('ko/main/goodbye.wav')]);
    },
  ),
);

test(
  'an activity that was lost with its worker leads on, as a request that failed',
  phoneCall(
    () => ({
      scenario: asking,
      before: (name) => {
        if (name === 'fetchForCall') throw new Error('the worker was killed');
      },
    }),
    async (t, call) => {
      await call.sandbox.advance(60_000);
      t.deepEqual(plays(call), [said(SAID_WRONG)]);
    },
  ),
);

test(
  'an answer that never comes leads on by the block’s own time-out',
  phoneCall(
    () => ({ scenario: asking, before: slow(1_000_000) }),
    async (t, call) => {
      await call.sandbox.advance(60_000);
      t.deepEqual(plays(call), [said(SAID_SILENT)]);
    },
  ),
);

const often = compiledDraft(
  scenarioOf(
    {
      first: { type: 'answer', next: { done: 'ask' } },
      ask: {
        type: 'httpRequest',
        url: 'https://crm.example.kr/next',
        take: [{ variable: 'n', path: 'n' }],
        next: { ok: 'again', refused: 'end', failed: 'end', timeout: 'end' },
      },
      again: { type: 'loop', times: 8, next: { again: 'say', over: 'bye' } },
      say: playBlock('ask'),
      bye: playBlock('end', SAID_WRONG),
    },
    { variables: { n: { type: 'number' } } },
  ),
);

test(
  'a call that asks often and continues as new between loses no answer',
  phoneCall(
    () => ({
      scenario: often,
      input: { continueAfterEvents: 20 },
      http: Array.from({ length: 9 }, (_, n) => ({ result: 'ok' as const, status: 200, values: { n } })),
      before: slow(1_500),
    }),
    async (t, call) => {
      await call.sandbox.advance(400_000);
      t.true(call.sandbox.runs().length > 2, `${call.sandbox.runs().length} runs`);
      t.is(call.fetches.length, 9);
      t.is(new Set(call.fetches.map(({ verb }) => verb)).size, 9);
      t.deepEqual(plays(call).at(-1), said(SAID_WRONG));
      t.deepEqual(call.result()?.outcome, { result: 'success', reason: 'completed' });
    },
  ),
);
