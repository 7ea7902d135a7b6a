import test from 'ava';
import type { CallEvent } from '../../contracts/call/event.ts';
import { awaitedAfterEvent } from './awaited.ts';
import { followConversation } from './conversation.ts';
import { type CallState, newCallState } from './state.ts';

const NOW = 1_000_000;
const base = { id: 'e', at: NOW };
const order = { kind: 'bridge', verb: 8, dial: 5 } as const;
const ended = (verb: number): CallEvent => ({ type: 'leg', ...base, verb, state: 'ended' });

/** A caller who was bridged, and what happened since. */
function after(...events: CallEvent[]): CallState {
  const state = newCallState();
  state.awaited = { order, dueAt: NOW + 4_000, misses: 0 };
  for (const event of [{ type: 'bridged', ...base } as const, ...events]) {
    followConversation(state, event, NOW);
    state.awaited = awaitedAfterEvent(state.awaited, event);
  }
  return state;
}

test('while a conversation lasts nothing is awaited', (t) => {
  t.like(after(), { talking: order, awaited: undefined });
});

test('when the leg has ended, the caller’s own report is awaited', (t) => {
  t.deepEqual(after(ended(5)).awaited, { order, dueAt: NOW + 2_000, misses: 0 });
  t.is(after(ended(4)).awaited, undefined, 'another leg says nothing');
});

test('after a reconnect the channel is asked at once', (t) => {
  t.deepEqual(after({ type: 'idle', ...base }).awaited, { order, dueAt: NOW, misses: 0 });
});

test('the end of the conversation ends all of it, in any order of the two reports', (t) => {
  const unbridged: CallEvent = { type: 'unbridged', ...base };
  for (const events of [
    [unbridged, ended(5)],
    [ended(5), unbridged],
  ]) {
    const state = after(...events);
    t.is(state.talking, undefined);
    t.is(state.awaited, undefined);
  }
});
