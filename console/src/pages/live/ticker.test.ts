import test from 'ava';
import { createTicker } from './ticker.ts';

function handTicker() {
  let now = 10_000;
  let run: (() => void) | undefined;
  const ticker = createTicker({
    clock: () => now,
    everySecond: (given) => {
      run = given;
      return () => {
        run = undefined;
      };
    },
  });
  return {
    ticker,
    running: () => run !== undefined,
    second(): void {
      now += 1_000;
      run?.();
    },
  };
}

test('the clock runs only while somebody listens, and stands still between ticks', (t) => {
  const hand = handTicker();
  t.false(hand.running());
  let ticks = 0;
  const stop = hand.ticker.subscribe(() => {
    ticks += 1;
  });
  hand.second();
  t.is(hand.ticker.now(), 11_000);
  t.is(ticks, 1);
  stop();
  t.false(hand.running());
});

test('while nothing is heard the clock stands, then goes on', (t) => {
  const hand = handTicker();
  hand.ticker.subscribe(() => undefined);
  hand.ticker.freeze(10_500);
  hand.second();
  hand.second();
  t.is(hand.ticker.now(), 10_500);
  hand.ticker.freeze(null);
  t.is(hand.ticker.now(), 12_000);
});

test('a browser whose clock is wrong takes the server’s, small differences are the way here', (t) => {
  const hand = handTicker();
  hand.ticker.subscribe(() => undefined);
  hand.ticker.setServerTime(9_700);
  hand.second();
  t.is(hand.ticker.now(), 11_000);
  hand.ticker.setServerTime(11_000 + 3_600_000);
  hand.second();
  t.is(hand.ticker.now(), 12_000 + 3_600_000);
});
