import test from 'ava';
import { createVoiceSender } from './voice-sender.ts';

function stage() {
  let now = 100_000;
  const sent: { ms: number; at: number }[] = [];
  const sender = createVoiceSender({
    rate: 8_000,
    serverNow: () => now,
    send: async (wav, at) => void sent.push({ ms: (wav.size - 44) / 16, at }),
  });
  const speak = (ms: number, lateMs = 0): void => {
    now += ms;
    now += lateMs;
    sender.take(new Float32Array(ms * 8));
    now -= lateMs;
  };
  const pass = (ms: number): void => {
    now += ms;
  };
  return { sent, sender, speak, pass };
}

test('pieces follow each other by their samples, whatever the moment in which a block arrives', async (t) => {
  const { sent, sender, speak } = stage();
  for (let block = 0; block < 20; block += 1) speak(100, block % 3 === 0 ? 40 : 0);
  await sender.flush();
  t.deepEqual(
    sent.map(({ ms }) => ms),
    Array<number>(10).fill(200),
  );
  const first = sent[0]?.at ?? 0;
  t.deepEqual(
    sent.map(({ at }) => at - first),
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((piece) => piece * 200),
  );
});

test('after a gap the time is taken anew', async (t) => {
  const { sent, sender, speak, pass } = stage();
  speak(400);
  pass(5_000);
  speak(400);
  await sender.flush();
  t.deepEqual(
    sent.map(({ at }) => at),
    [100_000, 105_400],
  );
});

test('flush sends what is there, and nothing when nothing is', async (t) => {
  const { sent, sender, speak } = stage();
  await sender.flush();
  speak(100);
  await sender.flush();
  await sender.flush();
  t.deepEqual(
    sent.map(({ ms }) => ms),
    [100],
  );
});
