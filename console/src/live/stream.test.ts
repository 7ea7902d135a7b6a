import test from 'ava';
import type { ApiProblem } from '../api/problem.ts';
import { type Link, openStream, STALE_AFTER_MS } from './stream.ts';

type Sent = {
  readonly lastId: string | null;
  answer(text: string): void;
  end(): void;
  fail(): void;
  refuse(status: number): void;
};

/** A network and a clock in the test's hand. */
function stage() {
  const sent: Sent[] = [];
  const timers = new Set<{ at: number; run: () => void }>();
  const links: Link[] = [];
  const events: string[] = [];
  const refused: string[] = [];
  let time = 0;
  const fetch = (_url: string | URL | Request, init?: RequestInit): Promise<Response> =>
    new Promise((resolve, reject) => {
      const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
      const writer = writable.getWriter();
      const response = new Response(readable);
      sent.push({
        lastId: new Headers(init?.headers).get('Last-Event-ID'),
        answer: (text) => {
          resolve(response);
          void writer.write(new TextEncoder().encode(text));
        },
        end: () => void writer.close(),
        fail: () => reject(new TypeError('no network')),
        refuse: (status) => resolve(Response.json({ code: 'auth/required', detail: '' }, { status })),
      });
    });
  const end = openStream({
    address: '/live',
    fetch,
    now: () => time,
    later: (run, ms) => {
      const timer = { at: time + ms, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    onEvent: ({ name }) => events.push(name),
    onLink: (link) => links.push(link),
    onRefused: (problem: ApiProblem) => refused.push(problem.code),
  });
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const pass = async (ms: number): Promise<void> => {
    time += ms;
    for (const timer of [...timers].filter(({ at }) => at <= time)) {
      timers.delete(timer);
      timer.run();
    }
    for (let turn = 0; turn < 5; turn++) await settle();
  };
  return { sent, links, events, refused, end, pass, timers, state: () => links.at(-1)?.state };
}

test('a stream is connected by its first byte and stale after two missed beats; a beat makes it live again', async (t) => {
  const { sent, state, pass, events } = stage();
  sent[0]?.answer('event: snapshot\ndata: {}\n\n');
  await pass(0);
  t.is(state(), 'connected');
  await pass(STALE_AFTER_MS);
  t.is(state(), 'stale');
  sent[0]?.answer('event: beat\ndata: {}\n\n');
  await pass(0);
  t.is(state(), 'connected');
  t.deepEqual(events, ['snapshot', 'beat']);
});

test('a break is repaired with the last id, later each time it fails', async (t) => {
  const { sent, state, pass } = stage();
  sent[0]?.answer('id: 41\nevent: call\ndata: {}\n\n');
  await pass(0);
  sent[0]?.end();
  await pass(0);
  t.is(state(), 'reconnecting');
  await pass(500);
  t.is(sent.length, 2);
  t.is(sent[1]?.lastId, '41');
  sent[1]?.fail();
  await pass(0);
  await pass(500);
  t.is(sent.length, 2, 'the second wait is longer');
  await pass(500);
  t.is(sent.length, 3);
});

test('a break during silence stays stale until something is heard: old data is never called live', async (t) => {
  const { sent, state, pass } = stage();
  sent[0]?.answer('event: call\ndata: {}\n\n');
  await pass(0);
  await pass(STALE_AFTER_MS);
  sent[0]?.end();
  await pass(0);
  t.is(state(), 'stale');
});

test('a refusal ends the stream and says why; a broken server does not', async (t) => {
  const refusing = stage();
  refusing.sent[0]?.refuse(401);
  await refusing.pass(0);
  t.deepEqual(refusing.refused, ['auth/required']);
  t.is(refusing.timers.size, 0);

  const broken = stage();
  broken.sent[0]?.refuse(503);
  await broken.pass(0);
  t.deepEqual(broken.refused, []);
  await broken.pass(500);
  t.is(broken.sent.length, 2);
});

test('an ended stream says nothing more and leaves no timer', async (t) => {
  const { sent, links, end, pass, timers } = stage();
  end();
  sent[0]?.fail();
  await pass(60_000);
  t.deepEqual([links.length, timers.size, sent.length], [0, 0, 1]);
});
