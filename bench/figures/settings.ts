import { readFile } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { createCommandConnection } from '../../freeswitch/esl/index.ts';
import { createTemporalClient } from '../../workers/temporal/connect.ts';
import type { BenchEngine } from '../engine/start-engine.ts';

/** On what a figure was measured; a figure without it says nothing. */
export type Settings = Record<string, unknown>;

const MB = 1_048_576;

/** The machine, before anything of ours loads it. */
export function machineSettings(): Settings {
  return {
    date: new Date().toISOString(),
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    memoryMb: Math.round(totalmem() / MB),
    loadAverageBefore: loadavg().map((load) => Math.round(load * 100) / 100),
    node: process.version,
  };
}

/** The parts that run. */
export async function partSettings(
  { engine, database, address }: BenchEngine,
  env: NodeJS.ProcessEnv,
): Promise<Settings> {
  const { shared } = engine;
  const place = { address: shared['TEMPORAL_ADDRESS'] ?? '', namespace: shared['TEMPORAL_NAMESPACE'] ?? '' };
  const client = createTemporalClient(place, {});
  const { serverVersion } = await client.workflowService.getSystemInfo({});
  await client.connection.close();
  const { rows } = await database.knex.raw<{ rows: { server_version: string }[] }>('show server_version');
  return {
    temporalServer: `${serverVersion} (${env.TEMPORAL_ADDRESS === undefined ? 'development server, database file' : 'external'})`,
    temporalSdk: await packageVersion('@temporalio/worker'),
    postgres: rows[0]?.server_version,
    switch: address.controlPort === undefined ? await switchVersion(address) : 'simulator',
    metronomeMs: Number(env.CALLWRIGHT_METRONOME_MS ?? 2),
    prompts: 'prompts/ko/bench, 2.2 to 2.9 s each; every key is pressed while its prompt plays',
    witness: 'Event-Date-Timestamp of DTMF and PLAYBACK_START at the switch, an event connection of its own',
  };
}

async function packageVersion(name: string): Promise<string> {
  const text = await readFile(new URL(`../../node_modules/${name}/package.json`, import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

async function switchVersion({ esl: { host, port, password } }: BenchEngine['address']): Promise<string> {
  const esl = createCommandConnection({ host, port, password });
  try {
    return (await esl.api('version short', { waitForConnection: true })).trim();
  } finally {
    esl.close();
  }
}
