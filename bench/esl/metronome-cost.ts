import { setTimeout as pause } from 'node:timers/promises';
import { createEventConnection } from '../../freeswitch/esl/index.ts';
import { PASSWORD } from '../../freeswitch/esl/testing/fake-switch.ts';
import { until } from '../../freeswitch/esl/testing/until.ts';

export type MetronomeCost = {
  readonly intervalMs: number;
  readonly beatsPerSecond: number;
  /** Share of a core that the whole process took meanwhile, answers included. */
  readonly shareOfCore: number;
};

/** Lets the metronome beat for `seconds` on an otherwise idle connection. */
export async function measureMetronome(port: number, seconds: number): Promise<MetronomeCost> {
  const intervalMs = 2;
  const connection = createEventConnection({
    host: '127.0.0.1',
    port,
    password: PASSWORD,
    events: ['CHANNEL_PARK'],
    onEvent: () => {},
    metronomeMs: intervalMs,
  });
  await until(() => connection.coreUuid() !== undefined, 'connected');
  connection.setLive(true);
  const cpu = process.cpuUsage();
  const from = performance.now();
  await pause(seconds * 1_000);
  const { user, system } = process.cpuUsage(cpu);
  const tookMs = performance.now() - from;
  const { beats } = connection.counters().metronome;
  connection.close();
  return {
    intervalMs,
    beatsPerSecond: Math.round((beats / tookMs) * 1_000),
    shareOfCore: Number(((user + system) / 1_000 / tookMs).toFixed(4)),
  };
}
