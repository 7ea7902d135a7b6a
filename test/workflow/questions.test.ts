import test from 'ava';
import { ScenarioHash } from '../../contracts/ids.ts';
import { playBlock, SAID, SAID_SILENT, SAID_WRONG, scenarioOf } from '../../ivr-scenarios/testing/blocks.ts';
import { compiledDraft } from '../../ivr-scenarios/testing/catalog.ts';
import { INPUT } from './support/call-input.ts';
import type { PhoneCall } from './support/phone-call.ts';
import { START_AT } from './support/sandbox.ts';
import { phoneCall } from './support/twice.ts';

const COMPANY = '7c1f5c70-0d5a-4f43-9c3e-1d2f3a4b5c6d';
const OTHER = '8d1f5c70-0d5a-4f43-9c3e-1d2f3a4b5c6d';
const plays = (call: PhoneCall): unknown[] =>
  call.channel.heard.flatMap((verb) => (verb.kind === 'play' ? [verb.prompts] : []));
const said = (path: string): unknown => [{ kind: 'file', path }];
const DAY = { open: 'open', closed: 'closed', lunch: 'closed', holiday: 'closed' };

const hoursOf = (calendar: { company: string } | { of: 'number' }) =>
  compiledDraft(
    scenarioOf({
      first: { type: 'answer', next: { done: 'hours' } },
      hours: { type: 'businessHours', calendar, next: DAY },
      open: playBlock('end'),
      closed: playBlock('end', SAID_WRONG),
    }),
  );

/** The announcement of after hours at 18:00:00 and not at 17:59:59, by the instant at which the call asks. */
const AT_SIX = START_AT + 8 * 3_600_000;
for (const [at, heard] of [
  [AT_SIX - 1_000, SAID],
  [AT_SIX, SAID_WRONG],
] as const) {
  test(
    `a call at ${new Date(at + 9 * 3_600_000).toISOString().slice(11, 19)} hears ${heard}`,
    phoneCall(
      () => ({
        scenario: hoursOf({ company: COMPANY }),
        startAfterMs: at - START_AT,
        hours: (calendar, now) => {
          if (typeof calendar === 'string' || !('company' in calendar)) throw new Error('another calendar');
          return now < AT_SIX ? 'open' : 'closed';
        },
      }),
      async (t, call) => {
        await call.sandbox.advance(60_000);
        t.deepEqual(plays(call), [said(heard)]);
      },
    ),
  );
}

test(
  'the hours of the number are asked by the number that was called',
  phoneCall(
    () => ({
      scenario: hoursOf({ of: 'number' }),
      hours: (calendar) =>
        typeof calendar !== 'string' && 'number' in calendar && calendar.number === INPUT.called
          ? 'holiday'
          : 'open',
    }),
    async (t, call) => {
      await call.sandbox.advance(60_000);
      t.deepEqual(plays(call), [said(SAID_WRONG)]);
    },
  ),
);

test(
  'a calendar that is saved during a call holds for its next question',
  phoneCall(
    () => {
      let asked = 0;
      return {
        scenario: compiledDraft(
          scenarioOf({
            first: { type: 'answer', next: { done: 'hours' } },
            hours: { type: 'businessHours', calendar: { company: COMPANY }, next: DAY },
            open: playBlock('hours'),
            closed: playBlock('end', SAID_WRONG),
          }),
        ),
        hours: () => {
          asked += 1;
          return asked < 3 ? 'open' : 'holiday';
        },
      };
    },
    async (t, call) => {
      await call.sandbox.advance(60_000);
      t.deepEqual(plays(call), [said(SAID), said(SAID), said(SAID_WRONG)]);
    },
  ),
);

const waiting = compiledDraft(
  scenarioOf({
    first: { type: 'answer', next: { done: 'wait' } },
    wait: {
      type: 'waitUntil',
      until: { opens: { company: COMPANY } },
      maxMs: 600_000,
      music: { tone: 'silence' },
      next: { reached: 'said', tooLong: 'long' },
    },
    said: playBlock('end'),
    long: playBlock('end', SAID_SILENT),
  }),
);

test(
  'a caller who waits until it opens hears music until that instant',
  phoneCall(
    () => ({ scenario: waiting, nextInstant: (_until, at) => at + 90_000 }),
    async (t, call) => {
      await call.sandbox.advance(89_000);
      t.deepEqual(
        call.channel.heard.map(({ kind }) => kind),
        ['answer', 'music'],
      );
      await call.sandbox.advance(60_000);
      t.deepEqual(plays(call), [said(SAID)]);
    },
  ),
);

test(
  'an opening that is never, or too far away, is not waited for',
  phoneCall(
    () => ({ scenario: waiting, nextInstant: () => null }),
    async (t, call) => {
      await call.sandbox.advance(60_000);
      t.deepEqual(plays(call), [said(SAID_SILENT)]);
    },
  ),
);

const going = compiledDraft(
  scenarioOf({
    first: { type: 'answer', next: { done: 'go' } },
    go: { type: 'toScenario', scenario: OTHER, next: { missing: 'sorry' } },
    sorry: playBlock('end', SAID_WRONG),
  }),
);
const other = compiledDraft(
  scenarioOf(
    {
      first: playBlock('menu'),
      menu: { type: 'subScenario', part: 'sub', next: { done: 'hours' } },
      hours: { type: 'businessHours', calendar: { company: COMPANY }, next: DAY },
      open: playBlock('end', SAID_SILENT),
      closed: playBlock('end', SAID_WRONG),
    },
    {
      subScenarios: {
        sub: { entry: 'say', blocks: { say: playBlock('back'), back: { type: 'return', outcome: 'done' } } },
      },
    },
  ),
);
const published = { [OTHER]: { hash: ScenarioHash.parse('b'.repeat(64)), compiled: other } };

for (const continueAfterEvents of [undefined, 10]) {
  test(
    `a call goes over to another scenario with its parts${continueAfterEvents === undefined ? '' : ', over continue-as-new'}`,
    phoneCall(
      () => ({
        scenario: going,
        scenarios: published,
        inputs: ['open'],
        ...(continueAfterEvents === undefined ? {} : { input: { continueAfterEvents } }),
      }),
      async (t, call) => {
        await call.sandbox.advance(120_000);
        t.deepEqual(plays(call), [said(SAID), said(SAID), said(SAID_SILENT)]);
        t.deepEqual(call.result()?.outcome, { result: 'success', reason: 'completed' });
      },
    ),
  );
}

test(
  'a scenario that is gone leads on by missing',
  phoneCall(
    () => ({ scenario: going }),
    async (t, call) => {
      await call.sandbox.advance(60_000);
      t.deepEqual(plays(call), [said(SAID_WRONG)]);
    },
  ),
);
test(
  'a database that is away when the call wants to go over leads on by missing',
  phoneCall(
    () => ({
      scenario: going,
      scenarios: published,
      before: (name) => {
        if (name === 'publishedScenario') throw new Error('the database is away');
      },
    }),
    async (t, call) => {
      await call.sandbox.advance(60_000);
      t.deepEqual(plays(call), [said(SAID_WRONG)]);
    },
  ),
);
