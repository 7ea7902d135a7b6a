import { ApplicationFailure } from '@temporalio/common';
import test from 'ava';
import type { IssueRequest } from '../../activities/call/types.ts';
import { mainLine } from '../../ivr-scenarios/catalog/main-line.ts';
import { compiledDraft } from '../../ivr-scenarios/testing/catalog.ts';
import type { Faults } from './support/caller.ts';
import type { Before, PhoneCall } from './support/phone-call.ts';
import { phoneCall } from './support/twice.ts';

const scenario = compiledDraft(mainLine);
const INFORMED = { result: 'success', reason: 'informed' };
const MEDIA_LOST = { result: 'server', reason: 'media-lost' };

const lost = (): ApplicationFailure =>
  ApplicationFailure.create({ type: 'switch/outcome-unknown', message: 'the answer is lost' });

/** True for the request that holds the menu, the call's third verb. */
const isMenu = (request: unknown): boolean =>
  (request as IssueRequest).verbs.some(({ kind }) => kind === 'collect');
const isHangup = (request: unknown): boolean =>
  (request as IssueRequest).verbs.some(({ kind }) => kind === 'hangup');

const issued = (call: PhoneCall, where: string): number =>
  call.activities.filter((activity) => activity === `${where} issueVerbs`).length;

/** The menu never reaches the channel, although the switch worker was told that it did. */
const swallowMenu = (): Before => {
  let swallowed = false;
  return (name, context, request) => {
    if (name !== 'issueVerbs' || !context.local || swallowed || !isMenu(request)) return undefined;
    swallowed = true;
    return { status: 'issued' };
  };
};

/** The event of the menu's result is lost. */
const loseMenuResult: Faults = (event) => (event.type === 'collected' ? [] : [{ event, afterMs: 0 }]);

test(
  'a verb that fails inside the workflow task is told by the worker of the node, and the call goes on',
  phoneCall(
    () => ({
      scenario,
      inputs: ['open', '4'],
      before: (name, { local }, request) => {
        if (name === 'issueVerbs' && local && isMenu(request)) throw lost();
      },
    }),
    async (t, call) => {
      await call.sandbox.advance(60_000);
      t.deepEqual(call.result()?.outcome, INFORMED);
      t.is(issued(call, 'switch-node-a'), 1);
      t.is(call.channel.heard.filter(({ kind }) => kind === 'collect').length, 1);
    },
  ),
);

test(
  'a verb that hangs inside the workflow task is given up after one second',
  phoneCall(
    () => ({
      scenario,
      inputs: ['open', '4'],
      before: (name, { local }, request) =>
        name === 'issueVerbs' && local && isMenu(request) ? new Promise(() => undefined) : undefined,
    }),
    async (t, call) => {
      await call.sandbox.advance(60_000);
      t.deepEqual(call.result()?.outcome, INFORMED);
      t.is(issued(call, 'switch-node-a'), 1);
    },
  ),
);

test(
  'the second try is repeated until the switch answers',
  phoneCall(
    () => ({
      scenario,
      inputs: ['open', '4'],
      before: (name, { local, attempt }, request) => {
        if (name === 'issueVerbs' && isMenu(request) && (local || attempt < 5)) throw lost();
      },
    }),
    async (t, call) => {
      await call.sandbox.advance(60_000);
      t.deepEqual(call.result()?.outcome, INFORMED);
      t.is(issued(call, 'switch-node-a'), 5);
    },
  ),
);

test(
  'a hang-up that fails inside the last workflow task still reaches the switch',
  phoneCall(
    () => ({
      scenario,
      inputs: ['closed'],
      before: (name, { local, attempt }, request) => {
        if (name === 'issueVerbs' && isHangup(request) && (local || attempt < 3)) throw lost();
      },
    }),
    async (t, call) => {
      await call.sandbox.advance(60_000);
      t.false(call.channel.alive, 'the caller is not left in silence');
      t.deepEqual(call.result()?.outcome, INFORMED);
    },
  ),
);

test(
  'a switch that nobody reaches for 40 s ends the call as lost',
  phoneCall(
    () => ({
      scenario,
      inputs: ['open', '4'],
      before: (name, _context, request) => {
        if (name === 'issueVerbs' && isMenu(request)) throw lost();
        if (name === 'inspectVerb') throw lost();
      },
    }),
    async (t, call) => {
      await call.sandbox.advance(60_000);
      t.deepEqual(call.result()?.outcome, MEDIA_LOST);
    },
  ),
);

test(
  'a hang-up overtakes a verb that is still being tried',
  phoneCall(
    () => ({
      scenario,
      inputs: ['open', '4'],
      before: (name, _context, request) => {
        if (name === 'issueVerbs' && isMenu(request)) throw lost();
      },
    }),
    async (t, call) => {
      await call.sandbox.advance(10_000);
      t.is(call.result(), undefined);
      call.hangUp();
      await call.sandbox.advance(60_000);
      t.deepEqual(call.result()?.outcome, { result: 'client', reason: 'caller-hung-up' });
    },
  ),
);

test(
  'a lost result is read from the channel and made good',
  phoneCall(
    () => ({ scenario, inputs: ['open', '4'], faults: loseMenuResult }),
    async (t, call) => {
      await call.sandbox.advance(60_000);
      t.deepEqual(call.result()?.outcome, INFORMED);
      t.is(call.activities.filter((activity) => activity === 'local inspectVerb').length, 1);
    },
  ),
);

test(
  'a verb that never reached the channel is issued again',
  phoneCall(
    () => ({ scenario, inputs: ['open', '4'], before: swallowMenu() }),
    async (t, call) => {
      await call.sandbox.advance(60_000);
      t.deepEqual(call.result()?.outcome, INFORMED);
      t.is(issued(call, 'switch-node-a'), 1);
    },
  ),
);

test(
  'a verb that still runs is asked about every two seconds and left alone',
  phoneCall(
    () => ({
      scenario,
      inputs: ['open'],
      faults: (event) =>
        event.type === 'collected' ? [{ event, afterMs: 30_000 }] : [{ event, afterMs: 0 }],
      before: (name) => (name === 'inspectVerb' ? { status: 'running' } : undefined),
    }),
    async (t, call) => {
      const asked = (): number =>
        call.activities.filter((activity) => activity === 'local inspectVerb').length;
      while (asked() === 0) await call.sandbox.advance(100);
      await call.sandbox.advance(10_000);
      t.is(asked(), 6);
      t.is(call.result(), undefined);
      t.is(call.channel.heard.filter(({ kind }) => kind === 'collect').length, 1);
    },
  ),
);

test(
  'a channel that is gone twice in a row is lost, once is not enough',
  phoneCall(
    () => ({
      scenario,
      inputs: ['open', '4'],
      faults: (event) => (event.type === 'arrived' || event.type === 'played' ? [{ event, afterMs: 0 }] : []),
    }),
    async (t, call) => {
      await call.sandbox.advance(8_000);
      call.hangUp();
      await call.sandbox.advance(60_000);
      t.deepEqual(call.result()?.outcome, MEDIA_LOST);
      t.is(call.activities.filter((activity) => activity === 'local inspectVerb').length, 2);
    },
  ),
);

test(
  'a hang-up whose event comes between the two looks is a hang-up, not a loss',
  phoneCall(
    () => ({
      scenario,
      inputs: ['open'],
      faults: (event) =>
        event.type === 'collected' ? [] : [{ event, afterMs: event.type === 'hungUp' ? 1_000 : 0 }],
      before: (name) => (name === 'inspectVerb' ? { status: 'no-channel' } : undefined),
    }),
    async (t, call) => {
      // The first look comes when the menu is overdue.
      while (!call.activities.includes('local inspectVerb')) await call.sandbox.advance(500);
      call.hangUp();
      await call.sandbox.advance(10_000);
      t.deepEqual(call.result()?.outcome, { result: 'client', reason: 'caller-hung-up' });
    },
  ),
);

test(
  'after a reconnect every call looks for its own result at once',
  phoneCall(
    () => ({ scenario, inputs: ['open', '4'], faults: loseMenuResult }),
    async (t, call) => {
      while (!call.channel.heard.some(({ kind }) => kind === 'collect')) await call.sandbox.advance(100);
      await call.sandbox.advance(2_000);
      t.false(call.activities.includes('local inspectVerb'), 'the result is not overdue yet');
      call.deliver(call.stamp({ type: 'idle' }));
      await call.sandbox.advance(10);
      t.true(call.activities.includes('local inspectVerb'));
      await call.sandbox.advance(60_000);
      t.deepEqual(call.result()?.outcome, INFORMED);
    },
  ),
);

test(
  'an issue that finds no channel waits for the event of the hang-up',
  phoneCall(
    () => ({
      scenario,
      inputs: ['open', '4'],
      faults: (event) => [{ event, afterMs: event.type === 'hungUp' ? 2_000 : 0 }],
    }),
    async (t, call) => {
      await call.sandbox.advance(500);
      call.hangUp();
      // Meanwhile the greeting would have ended; the switch answers that there is no such channel.
      call.deliver(call.stamp({ type: 'played', verb: 2, result: 'interrupted' }));
      await call.sandbox.advance(30_000);
      t.deepEqual(call.result()?.outcome, { result: 'client', reason: 'caller-hung-up' });
      t.false(call.activities.includes('local inspectVerb'));
    },
  ),
);
