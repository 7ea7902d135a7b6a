import test from 'ava';
import type { PhoneSoundView } from '../../../../../contracts/api/phone.ts';
import { createPromptPlayer, type SoundElement } from './prompt-player.ts';

/** An element that takes `slow` s to begin, and then runs at its rate. */
function stage(slow = 0.1) {
  let now = 50_000;
  let looks: (() => void)[] = [];
  let begins = Number.POSITIVE_INFINITY;
  const element: SoundElement & { src: string; paused: boolean; seeking: boolean } = {
    src: '',
    currentTime: 0,
    playbackRate: 1,
    paused: true,
    seeking: false,
    dataset: {},
    pause: () => {
      element.paused = true;
    },
    play: async () => {
      element.paused = false;
      begins = now + slow * 1_000;
    },
  };
  const player = createPromptPlayer({
    element,
    serverNow: () => now,
    every: (run) => {
      looks.push(run);
      return () => {
        looks = looks.filter((one) => one !== run);
      };
    },
  });
  const pass = (ms: number): void => {
    for (let step = 0; step < ms; step += 10) {
      now += 10;
      if (!element.paused && now > begins) element.currentTime += 0.01 * element.playbackRate;
      if (now % 150 === 0) for (const look of looks) look();
    }
  };
  const sound = (file: string, startedAt: number): PhoneSoundView => ({
    kind: 'file',
    promptUrl: `/api/v1/prompts/${file}`,
    words: null,
    tone: null,
    startedAt,
    positionMs: 0,
    completed: false,
  });
  const off = (startedAt: number): number => element.currentTime * 1_000 - (now - startedAt);
  return { element, player, pass, sound, off, now: () => now };
}

test('a prompt that began a while ago is joined where the switch is, and comes to rest there', (t) => {
  const { player, pass, sound, off, now } = stage(0.15);
  const began = now() - 1_200;
  player.hear(sound('menu.wav', began));
  pass(300);
  t.true(Math.abs(off(began)) <= 150, `${off(began)}`);
  pass(1_500);
  t.true(Math.abs(off(began)) <= 20, `${off(began)}`);
});

test('the second prompt begins right: how long the element takes has been learnt', (t) => {
  const { player, pass, sound, off, now } = stage(0.2);
  player.hear(sound('one.wav', now()));
  pass(2_000);
  const began = now();
  player.hear(sound('two.wav', began));
  pass(400);
  t.true(Math.abs(off(began)) <= 60, `${off(began)}`);
});

test('the same prompt told again goes on; another one, or nothing, ends it', (t) => {
  const { element, player, pass, sound, now } = stage();
  const began = now();
  player.hear(sound('menu.wav', began));
  pass(1_000);
  const at = element.currentTime;
  player.hear(sound('menu.wav', began + 3));
  t.is(element.currentTime, at);
  t.false(element.paused);
  player.hear(null);
  t.true(element.paused);
});

test('before its first sample nothing sounds', (t) => {
  const { element, player, pass, sound, now } = stage();
  player.hear(sound('list.wav', now() + 250));
  t.true(element.paused);
  pass(100);
  t.true(element.paused);
  pass(400);
  t.false(element.paused);
});
