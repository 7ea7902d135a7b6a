import test from 'ava';
import { runEslBench } from './run.ts';

test('the event socket bench measures both clients and names its settings', async (t) => {
  const small = { rounds: 1, inFlight: 20, api: 60, bgapi: 60, events: 40, metronomeSeconds: 0.2 };
  const result = await runEslBench(small);
  for (const { ours, freeswitchEsl } of [
    result.apiRoundTripsPerSecond,
    result.bgapiRoundTripsPerSecond,
    result.eventsPerSecond,
  ]) {
    t.is(ours.rounds.length, 1);
    t.true(ours.median > 0 && freeswitchEsl.median > 0);
  }
  t.true(result.metronome.beatsPerSecond > 0);
  t.like(result.settings, { inFlight: 20, eventBytes: 5_600, rounds: 1 });
});
