import test from 'ava';
import type { CallEvent } from '../../contracts/call/event.ts';
import type { SwitchVerb } from '../../contracts/call/verb.ts';
import {
  ASK_AGAIN_MS,
  type Awaited,
  awaitedAfter,
  awaitedAfterEvent,
  neverBegan,
  RESULT_SLACK_MS,
  whileRunning,
} from './awaited.ts';

const NOW = 1_000_000;
const silence = [{ kind: 'silence' as const, ms: 20 }];
const play = (verb: number, expectMs = 4_000): SwitchVerb => ({
  kind: 'play',
  verb,
  expectMs,
  prompts: silence,
});
const bridge: SwitchVerb = { kind: 'bridge', verb: 8, dial: 5 };
const base = { id: 'e', at: NOW };

test('a verb is overdue when its natural length and the slack have passed', (t) => {
  const awaited = awaitedAfter([play(3)], NOW, undefined);
  t.is(awaited?.order.verb, 3);
  t.is(awaited?.dueAt, NOW + 4_000 + RESULT_SLACK_MS);
  t.is(awaited?.misses, 0);
});

test('of several verbs the last that has a result is awaited', (t) => {
  const verbs: SwitchVerb[] = [{ kind: 'answer', verb: 1 }, play(2), play(3), { kind: 'answer', verb: 4 }];
  t.is(awaitedAfter(verbs, NOW, undefined)?.order.verb, 3);
});

test('music, stop and hang-up leave nothing to wait for', (t) => {
  const before = awaitedAfter([play(1)], NOW, undefined);
  const prompt = { kind: 'tone', name: 'ringback' } as const;
  t.is(awaitedAfter([{ kind: 'music', verb: 2, prompt }], NOW, before), undefined);
  t.is(awaitedAfter([{ kind: 'stop', verb: 2 }], NOW, before), undefined);
  t.is(awaitedAfter([{ kind: 'hangup', verb: 2, cause: 'NORMAL_CLEARING' }], NOW, before), undefined);
  t.is(awaitedAfter([{ kind: 'stop', verb: 2 }, bridge], NOW, before)?.order.verb, 8);
});

test('a turn without such verbs changes nothing', (t) => {
  const before = awaitedAfter([play(1)], NOW, undefined);
  t.is(awaitedAfter([], NOW + 9, before), before);
});

test('only its own result ends the waiting', (t) => {
  const awaited = awaitedAfter([play(3)], NOW, undefined);
  const events: [CallEvent, boolean][] = [
    [{ type: 'played', ...base, verb: 2, result: 'completed' }, false],
    [{ type: 'played', ...base, verb: 3, result: 'missing' }, true],
    [{ type: 'leg', ...base, verb: 3, state: 'answered' }, false],
    [{ type: 'bridged', ...base }, false],
    [{ type: 'idle', ...base }, false],
  ];
  for (const [event, ends] of events) t.is(awaitedAfterEvent(awaited, event) === undefined, ends, event.type);
});

test('a bridge is over when it is seen, also when only its end was seen', (t) => {
  const awaited = awaitedAfter([bridge], NOW, undefined);
  t.is(awaitedAfterEvent(awaited, { type: 'bridged', ...base }), undefined);
  t.is(awaitedAfterEvent(awaited, { type: 'unbridged', ...base }), undefined);
  t.not(awaitedAfterEvent(awaited, { type: 'leg', ...base, verb: 5, state: 'answered' }), undefined);
});

test('a verb that runs for twice its natural length never began, if the switch took it at all', (t) => {
  const awaited = awaitedAfter([play(3)], NOW, undefined);
  if (awaited === undefined) throw new Error('a play is awaited');
  const longest = 2 * (4_000 + RESULT_SLACK_MS);
  t.false(neverBegan({ ...awaited, issuedAt: NOW }, NOW + longest));
  t.true(neverBegan({ ...awaited, issuedAt: NOW }, NOW + longest + 1));
  t.false(neverBegan(awaited, NOW + 10 * longest));
});

/** Asks whenever it is due and hears that the verb runs; returns what follows at last, and when. */
function asked(first: Awaited | undefined, withinMs: number): { next: string; at: number; result?: unknown } {
  let awaited = first;
  while (awaited !== undefined && awaited.dueAt - NOW <= withinMs) {
    const at: number = awaited.dueAt;
    const running = whileRunning(awaited, at);
    if (running.next === 'given-up') return { next: running.next, at: at - NOW, result: running.result };
    if (running.next === 'issue-again') return { next: running.next, at: at - NOW };
    awaited = running.awaited;
  }
  return { next: 'ask-again', at: withinMs };
}

test('a play that the switch took is issued again once, then passed over at the third look', (t) => {
  const first = { ...awaitedAfter([play(3)], NOW, undefined), issuedAt: NOW } as Awaited;
  t.like(asked(first, 600_000), { next: 'issue-again' });
  const { next, at, result } = asked({ ...first, again: true }, 600_000);
  t.is(next, 'given-up');
  t.is(at, 4_000 + RESULT_SLACK_MS + 2 * ASK_AGAIN_MS);
  t.like(result as object, { type: 'played', verb: 3, result: 'failed' });
});

test('a play of which nobody knows whether the switch took it is passed over as well', (t) => {
  for (const expectMs of [20, 4_000, 90_000]) {
    const { next, at } = asked(awaitedAfter([play(3, expectMs)], NOW, undefined), 600_000);
    t.is(next, 'given-up');
    t.is(at, expectMs + RESULT_SLACK_MS + 2 * ASK_AGAIN_MS);
  }
});

test('looks before its natural end give up no play', (t) => {
  let awaited = awaitedAfter([play(3, 60_000)], NOW, undefined);
  for (let look = 1; look <= 20 && awaited !== undefined; look += 1) {
    const running = whileRunning(awaited, NOW + look * 1_000);
    awaited = running.next === 'ask-again' ? running.awaited : undefined;
  }
  t.is(awaited?.stillRunning, 0);
});

test('who waits for a person is never given up', (t) => {
  const collect: SwitchVerb = {
    kind: 'collect',
    verb: 3,
    expectMs: 4_000,
    prompts: silence,
    min: 1,
    max: 1,
    terminators: '',
    firstDigitMs: 3_000,
    interDigitMs: 3_000,
    secret: false,
  };
  for (const verb of [collect, bridge])
    t.is(asked(awaitedAfter([verb], NOW, undefined), 600_000).next, 'ask-again', verb.kind);
});
