import { setTimeout as pause } from 'node:timers/promises';
import test from 'ava';
import { checkMenuCall } from '../support/check-menu-call.ts';
import { simulatorTest, useTestEngine } from '../support/engine.ts';
import { gapsMs, placeMenuCall } from '../support/menu-call.ts';
import { createSeeded, isLongRun, seedsOfRun } from '../support/seeded.ts';
import { commandConnections, eventConnections } from '../support/tcp-proxy.ts';

const engine = useTestEngine(test);
const MENU_2 = 1;
const CALLS = isLongRun() ? 100 : 10;
const AT_ONCE = 5;
const LOSSES = isLongRun() ? 50 : 5;
/** What a turn consists of: asking the channel, its mark, its prompt, the end. */
const COMMANDS = [/uuid_getvar/, /uuid_setvar_multi/, /sendmsg/, /uuid_kill/, /sched_transfer/];

for (const seconds of isLongRun() ? [1, 30] : [1]) {
  simulatorTest(test, `R4: the event socket away for ${seconds} s while a key is pressed`, async (t) => {
    t.timeout(180_000);
    const { esl } = engine().wires;
    const call = await placeMenuCall(engine(), {
      onMenu: (index) => {
        if (index !== MENU_2) return;
        esl.refuse();
        void pause(seconds * 1_000).then(() => esl.restore());
      },
    });
    await checkMenuCall(t, engine(), call);
    t.log(`longest wait for a prompt ${Math.max(...gapsMs(call))} ms`);
  });
}

simulatorTest(test, 'R4: the event connection is half-open while a key is pressed', async (t) => {
  t.timeout(120_000);
  let held = 0;
  const call = await placeMenuCall(engine(), {
    onMenu: (index) => {
      if (index === MENU_2) held = engine().wires.esl.hold(eventConnections);
    },
  });
  t.is(held, 1);
  await checkMenuCall(t, engine(), call);
  t.log(`longest wait for a prompt ${Math.max(...gapsMs(call))} ms (requirement: noticed within 25 s)`);
});

simulatorTest(test, 'R4: the command connections are half-open while a key is pressed', async (t) => {
  t.timeout(120_000);
  let held = 0;
  const call = await placeMenuCall(engine(), {
    onMenu: (index) => {
      if (index === MENU_2) held = engine().wires.esl.hold(commandConnections);
    },
  });
  t.true(held >= 2);
  await checkMenuCall(t, engine(), call);
  t.log(`longest wait for a prompt ${Math.max(...gapsMs(call))} ms (requirement: noticed within 25 s)`);
});

simulatorTest(
  test,
  'R4: the connection breaks in the middle of a turn: the mark arrived, the prompt did not',
  async (t) => {
    t.timeout(120_000);
    let broken: Promise<void> | undefined;
    const call = await placeMenuCall(engine(), {
      onMenu: (index) => {
        if (index === MENU_2) broken = engine().wires.esl.truncate(/sendmsg /);
      },
    });
    await broken;
    await checkMenuCall(t, engine(), call);
    t.log(`longest wait for a prompt ${Math.max(...gapsMs(call))} ms`);
  },
);

for (const seed of seedsOfRun(1)) {
  const title = `R3: replies of ${LOSSES} random commands are lost while ${CALLS} calls go on (seed ${seed})`;
  simulatorTest(test, title, async (t) => {
    t.timeout(CALLS * 20_000);
    const seeded = createSeeded(seed);
    const { esl } = engine().wires;
    let left = LOSSES;
    const lose = (): void => {
      if (left === 0) return;
      left -= 1;
      const next = (): void => void setTimeout(lose, seeded.between(500, 2_500));
      void esl.swallowReply(seeded.pick(COMMANDS), 'cut').then(next);
    };
    lose();
    for (let from = 0; from < CALLS; from += AT_ONCE) {
      const calls = await Promise.all(
        Array.from({ length: AT_ONCE }, (_, index) =>
          placeMenuCall(engine(), {
            from: `0700000${7_000 + from + index}`,
            listensMs: () => seeded.between(50, 500),
          }),
        ),
      );
      for (const call of calls) await checkMenuCall(t, engine(), call);
    }
    left = 0;
    esl.restore();
  });
}

for (const then of ['cut', 'hold'] as const) {
  simulatorTest(
    test,
    `R3: the reply to a prompt's command is lost (${then}), the prompt is not`,
    async (t) => {
      t.timeout(120_000);
      let swallowed: Promise<void> | undefined;
      const call = await placeMenuCall(engine(), {
        onMenu: (index) => {
          if (index === MENU_2) swallowed = engine().wires.esl.swallowReply(/play_and_get_digits/, then);
        },
      });
      await swallowed;
      await checkMenuCall(t, engine(), call);
      t.log(`longest wait for a prompt ${Math.max(...gapsMs(call))} ms`);
    },
  );
}
