import test from 'ava';
import { createPhoneLines } from './phone-lines.ts';
import type { PhoneCall, PhonePort } from './phone-port.ts';

const me = { session: 'me', tab: 'tab-1' };
const deaf = { call: () => {}, voice: () => {}, end: () => {} };
const call: PhoneCall = {
  id: 'call-1',
  line: '2001',
  peer: '07000000001',
  direction: 'out',
  state: 'answered',
  startedAt: 1,
  answeredAt: 2,
  endedAt: undefined,
  cause: undefined,
  endedBy: undefined,
  hears: undefined,
};

function stage() {
  const done: string[] = [];
  const waiting: (() => void)[] = [];
  let tell = (_call: PhoneCall): void => {};
  const note =
    (what: string) =>
    async (...words: readonly unknown[]): Promise<void> =>
      void done.push([what, ...words.map(String)].join(' '));
  const port: PhonePort = {
    place: async () => call,
    press: note('press'),
    hangUp: note('hang-up'),
    answer: note('answer'),
    reject: note('reject'),
    say: note('say'),
    register: note('register'),
    release: note('release'),
    onCall: (listener) => {
      tell = listener;
      return () => {};
    },
  };
  const later = (run: () => void): (() => void) => {
    waiting.push(run);
    return () => {
      const index = waiting.indexOf(run);
      if (index >= 0) waiting.splice(index, 1);
    };
  };
  const passTime = (): void => {
    for (const run of waiting.splice(0)) run();
  };
  return { lines: createPhoneLines({ port, later }), done, passTime, tell: (one: PhoneCall) => tell(one) };
}

test('a line whose page is gone is given back after a while, and its calls end', async (t) => {
  const { lines, done, passTime } = stage();
  await lines.claim(me, '2001');
  const stop = lines.listen('me', '2001', deaf);
  await lines.place('me', '2001', '07000000001');
  passTime();
  t.deepEqual(done, ['register 2001']);
  stop();
  passTime();
  await Promise.resolve();
  t.deepEqual(done, ['register 2001', 'hang-up call-1', 'release 2001']);
  t.deepEqual(lines.list('me'), []);
});

test('a reloaded page takes its line up again; another tab cannot have it meanwhile', async (t) => {
  const { lines, done, passTime } = stage();
  await lines.claim(me, '2001');
  const stop = lines.listen('me', '2001', deaf);
  await t.throwsAsync(lines.claim({ ...me, tab: 'tab-2' }, '2001'), { message: /another page/ });
  stop();
  await lines.claim(me, '2001');
  lines.listen('me', '2001', deaf);
  passTime();
  t.deepEqual(done, ['register 2001']);
});

test('calls of a line are told to its listeners, and to nobody else', async (t) => {
  const { lines, tell } = stage();
  const heard: string[] = [];
  await lines.claim(me, '2001');
  await lines.claim({ session: 'other', tab: 'tab-3' }, '2002');
  lines.listen('me', '2001', { ...deaf, call: ({ id }) => void heard.push(`2001 ${id}`) });
  lines.listen('other', '2002', { ...deaf, call: ({ id }) => void heard.push(`2002 ${id}`) });
  tell(call);
  tell({ ...call, id: 'call-2', line: '2002' });
  tell({ ...call, id: 'call-3', line: '2003' });
  t.deepEqual(heard, ['2001 call-1', '2002 call-2']);
  t.throws(() => lines.handOn('me', 'call-2'), { message: /no line of this page/ });
  t.throws(() => lines.listen('other', '2001', deaf), { message: /not registered/ });
});

test('of many calls the last ones are remembered, and every one that goes on', async (t) => {
  const { lines, tell } = stage();
  await lines.claim(me, '2001');
  tell({ ...call, id: 'goes-on' });
  for (let n = 0; n < 40; n += 1) tell({ ...call, id: `over-${n}`, state: 'ended' });
  const kept = lines.calls('me', '2001').map(({ id }) => id);
  t.is(kept.length, 20);
  t.true(kept.includes('goes-on') && kept.includes('over-39'));
});

test('a voice goes over a bridge to the other line, and nowhere without one', async (t) => {
  const { lines, tell } = stage();
  const heard: string[] = [];
  await lines.claim(me, '2001');
  await lines.claim({ session: 'other', tab: 'tab-3' }, '1001');
  lines.listen('me', '2001', { ...deaf, voice: (id) => void heard.push(`me ${id}`) });
  lines.listen('other', '1001', {
    ...deaf,
    voice: (id, pcm) => void heard.push(`other ${id} ${pcm.length}`),
  });
  tell(call);
  tell({ ...call, id: 'leg', line: '1001' });
  lines.relay('me', 'call-1', Buffer.alloc(2));
  t.deepEqual(heard, []);
  const bridge = {
    kind: 'bridge',
    prompt: undefined,
    source: 'leg',
    startedAt: 1,
    completed: false,
  } as const;
  tell({ ...call, hears: bridge });
  lines.relay('other', 'call-1', Buffer.alloc(2));
  t.deepEqual(heard, []);
  lines.relay('me', 'call-1', Buffer.alloc(4));
  t.deepEqual(heard, ['other leg 4']);
});

test('a line that was given back ends for its page, and what remains of it does nothing to the next owner', async (t) => {
  const { lines, done, passTime } = stage();
  let ended = 0;
  await lines.claim(me, '2001');
  const stop = lines.listen('me', '2001', {
    ...deaf,
    end: () => {
      ended += 1;
    },
  });
  await lines.release('me', '2001');
  t.is(ended, 1);
  await lines.claim({ session: 'other', tab: 'tab-3' }, '2001');
  lines.listen('other', '2001', deaf);
  stop();
  passTime();
  t.deepEqual(done, ['register 2001', 'release 2001', 'register 2001']);
  t.deepEqual(lines.list('other'), [{ number: '2001', mine: true }]);
});
