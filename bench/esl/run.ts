import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism, cpus } from 'node:os';
import type { BenchClient } from './client.ts';
import { keepInFlight } from './in-flight.ts';
import { type MetronomeCost, measureMetronome } from './metronome-cost.ts';
import { connectNpm } from './npm-client.ts';
import { connectOurs } from './our-client.ts';
import { EVENT_BYTES } from './sample-event.ts';

/** One client's figures, per second: the median of the rounds, and each round in order. */
export type Rate = { readonly median: number; readonly rounds: readonly number[] };

export type Comparison = { readonly ours: Rate; readonly freeswitchEsl: Rate; readonly factor: number };

export type EslBenchResult = {
  readonly apiRoundTripsPerSecond: Comparison;
  readonly bgapiRoundTripsPerSecond: Comparison;
  readonly eventsPerSecond: Comparison;
  readonly metronome: MetronomeCost;
  readonly settings: {
    readonly inFlight: number;
    readonly apiPerRound: number;
    readonly bgapiPerRound: number;
    readonly eventsPerRound: number;
    readonly eventBytes: number;
    readonly rounds: number;
    readonly order: string;
    readonly peer: string;
    readonly baseline: string;
    readonly node: string;
    readonly cores: number;
    readonly cpu: string;
  };
};

export type EslBenchOptions = {
  /** Measured rounds; one more goes before them and is not counted. 5 unless given. */
  readonly rounds?: number;
  /** Commands in flight at once. 3,000 unless given. */
  readonly inFlight?: number;
  /** Per round; 60,000 `api`, and 6,000 `bgapi` unless given. */
  readonly api?: number;
  readonly bgapi?: number;
  /** Events per round, a multiple of 20. 8,000 unless given. */
  readonly events?: number;
  /** How long the metronome beats, s. 3 unless given. */
  readonly metronomeSeconds?: number;
};

type Connect = (port: number) => Promise<BenchClient>;
type Measure = (client: BenchClient) => Promise<void>;

const connects: readonly [Connect, Connect] = [connectOurs, connectNpm];

/** A connection of its own for each turn, so that the client that waits costs the other nothing. */
async function turnOf(connect: Connect, port: number, count: number, measure: Measure): Promise<number> {
  const client = await connect(port);
  const from = performance.now();
  await measure(client);
  const tookMs = performance.now() - from;
  client.close();
  return Math.round((count / tookMs) * 1_000);
}

function summary(rounds: readonly number[]): Rate {
  const sorted = rounds.toSorted((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)] ?? 0, rounds };
}

/** A B, then B A, and so on: what changes on the machine meanwhile meets both alike. */
async function compare(port: number, count: number, rounds: number, measure: Measure): Promise<Comparison> {
  const figures: [number[], number[]] = [[], []];
  for (let round = -1; round < rounds; round += 1) {
    const turn = round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const);
    for (const which of turn) {
      const figure = await turnOf(connects[which], port, count, measure);
      if (round >= 0) figures[which].push(figure);
    }
  }
  const [ours, freeswitchEsl] = [summary(figures[0]), summary(figures[1])];
  return { ours, freeswitchEsl, factor: Number((ours.median / freeswitchEsl.median).toFixed(2)) };
}

async function startSwitch(): Promise<{ child: ChildProcess; port: number }> {
  const child = fork(new URL('./load-switch.ts', import.meta.url));
  const [port] = await once(child, 'message');
  return { child, port: Number(port) };
}

/**
 * Measures our client beside the npm package `freeswitch-esl` against the same stand-in switch in a
 * child process, alternately. Takes about half a minute; rejects when a client hangs or cannot connect.
 */
export async function runEslBench(options: EslBenchOptions = {}): Promise<EslBenchResult> {
  const full = {
    rounds: 5,
    inFlight: 3_000,
    api: 60_000,
    bgapi: 6_000,
    events: 8_000,
    metronomeSeconds: 3,
    ...options,
  };
  const { rounds, inFlight, api, bgapi, events } = full;
  const { child, port } = await startSwitch();
  try {
    return {
      apiRoundTripsPerSecond: await compare(port, api, rounds, (client) =>
        keepInFlight(api, inFlight, client.api),
      ),
      bgapiRoundTripsPerSecond: await compare(port, bgapi, rounds, (client) =>
        keepInFlight(bgapi, inFlight, client.bgapi),
      ),
      eventsPerSecond: await compare(port, events, rounds, (client) => client.events(events)),
      metronome: await measureMetronome(port, full.metronomeSeconds),
      settings: describe(full),
    };
  } finally {
    child.disconnect();
  }
}

function describe(options: Required<EslBenchOptions>): EslBenchResult['settings'] {
  return {
    inFlight: options.inFlight,
    apiPerRound: options.api,
    bgapiPerRound: options.bgapi,
    eventsPerRound: options.events,
    eventBytes: EVENT_BYTES,
    rounds: options.rounds,
    order: 'alternating, first round not counted',
    peer: 'stand-in switch in a child process, loopback',
    baseline: 'freeswitch-esl 2.0.0',
    node: process.version,
    cores: availableParallelism(),
    cpu: cpus()[0]?.model ?? 'unknown',
  };
}
