import { setTimeout as pause } from 'node:timers/promises';
import test, { type ExecutionContext } from 'ava';
import type { CallView } from '../../freeswitch/simulator/control/index.ts';
import { checkMenuCall } from '../support/check-menu-call.ts';
import { simulatorTest, useTestEngine } from '../support/engine.ts';
import { heardPrompts, placeMenuCall } from '../support/menu-call.ts';
import { isLongRun } from '../support/seeded.ts';

const engine = useTestEngine(test, { ownTemporal: true });
const WAITING = 'ko/system/waiting.wav';
const FALLBACK = 'ko/system/fallback.wav';
const MENU_1 = 0;
const AWAY_MS = isLongRun() ? 60_000 : 10_000;
const ARRIVED_MS = 5_000;
const SECONDS = AWAY_MS / 1_000;

/** Stops the Temporal server just before a key is pressed; it comes back as `back` says. */
async function callWithTemporalStopped(back: 'SIGCONT' | 'SIGKILL'): Promise<CallView> {
  const pid = engine().temporalPid();
  if (pid === undefined) throw new Error('no Temporal server of our own');
  return placeMenuCall(engine(), {
    onMenu: (index) => {
      if (index !== MENU_1) return;
      process.kill(pid, 'SIGSTOP');
      void pause(AWAY_MS).then(() => process.kill(pid, back));
    },
  });
}

function checkFillers(t: ExecutionContext, call: CallView): void {
  const heard = heardPrompts(call);
  const key = call.heard.find(({ source }) => source.endsWith('/ko/bench/menu-1.wav'))?.stoppedAt ?? 0;
  const after = (prompt: string): number =>
    Math.round((call.heard.find(({ source }) => source.endsWith(`/${prompt}`))?.startedAt ?? 0) - key);
  t.true(heard.includes(WAITING), heard.join(' '));
  t.true(heard.includes(FALLBACK), heard.join(' '));
  t.true(heard.indexOf(WAITING) < heard.indexOf(FALLBACK));
  t.true(
    heard.lastIndexOf(FALLBACK) < heard.indexOf('ko/bench/menu-2.wav'),
    'the next verb ends the fallback',
  );
  t.log(
    `waiting prompt ${after(WAITING)} ms after the key (requirement: 2 s), fallback after ${after(FALLBACK)} ms (8 s), next menu after ${after('ko/bench/menu-2.wav')} ms`,
  );
}

simulatorTest(
  test,
  `R8: Temporal hangs for ${SECONDS} s in mid-call: fillers, then the call goes on`,
  async (t) => {
    t.timeout(240_000);
    const call = await callWithTemporalStopped('SIGCONT');
    checkFillers(t, call);
    await checkMenuCall(t, engine(), call);
  },
);

simulatorTest(
  test,
  `R8: Temporal hangs for ${SECONDS} s and is killed: the call goes on with the server that follows`,
  async (t) => {
    t.timeout(240_000);
    const call = await callWithTemporalStopped('SIGKILL');
    checkFillers(t, call);
    await checkMenuCall(t, engine(), call);
  },
);

simulatorTest(
  test,
  'a caller who arrives while Temporal is away hears that we are busy, then his menu',
  async (t) => {
    t.timeout(240_000);
    const pid = engine().temporalPid() ?? 0;
    process.kill(pid, 'SIGSTOP');
    const resumed = pause(ARRIVED_MS).then(() => process.kill(pid, 'SIGCONT'));
    const call = await placeMenuCall(engine());
    await resumed;
    t.is(heardPrompts(call)[0], WAITING);
    await checkMenuCall(t, engine(), call);
  },
);
