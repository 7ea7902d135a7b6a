import { fileURLToPath } from 'node:url';
import { openHome } from '../../workers/parts/home.ts';
import { freePort } from '../../workers/parts/ports.ts';
import { readSecret } from '../../workers/parts/secrets.ts';
import { type Line, NATIVE_DIALPLAN, RAW_ESL, RAW_ESL_METRONOME } from '../engine/numbers.ts';
import type { BenchEngine } from '../engine/start-engine.ts';
import { openSite } from '../site/open-site.ts';
import type { Site } from '../site/site.ts';
import { firstNode, type SwitchAddress } from '../site/switch-address.ts';

export type BaselineName = 'rawEsl' | 'rawEslMetronome' | 'nativeDialplan';
export type Baselines = {
  readonly site: Site;
  readonly lines: readonly (readonly [BaselineName, Line])[];
  close(): void;
};

const startScript = fileURLToPath(new URL('../../workers/start.ts', import.meta.url));
const rawScript = fileURLToPath(new URL('./raw-esl.ts', import.meta.url));
const STAGE = 1;

/**
 * Starts what the engine is compared with, on a switch of its own beside the engine's: a second simulator, or the real
 * one that BENCH_BASELINE_NODE and BENCH_BASELINE_SIP name. Returns undefined, and says why, when there is none.
 */
export async function startBaselines(
  bench: BenchEngine,
  env: Readonly<Record<string, string | undefined>>,
  say: (line: string) => void,
): Promise<Baselines | undefined> {
  const real = bench.address.controlPort === undefined;
  const place = real ? realSwitch(env) : await secondSimulator(bench);
  if (place === undefined) {
    say('no baselines: set BENCH_BASELINE_NODE and BENCH_BASELINE_SIP to a second switch (bench/README.md)');
    return undefined;
  }
  await bench.engine.supervisor.start({
    name: 'raw-esl',
    argv: [process.execPath, rawScript],
    env: { RAW_ESL_NODE: place.node },
    stage: STAGE,
  });
  if (!real) say('no native dialplan among the baselines: the simulator has no dialplan of its own');
  const site = await openSite(place.address);
  const raw = [
    ['rawEsl', RAW_ESL],
    ['rawEslMetronome', RAW_ESL_METRONOME],
  ] as const;
  return {
    site,
    lines: real ? [...raw, ['nativeDialplan', NATIVE_DIALPLAN]] : raw,
    close: () => site.close(),
  };
}

type Place = { readonly node: string; readonly address: SwitchAddress };

function realSwitch(env: Readonly<Record<string, string | undefined>>): Place | undefined {
  const { BENCH_BASELINE_NODE: node, BENCH_BASELINE_SIP: sip } = env;
  return node === undefined || sip === undefined
    ? undefined
    : { node, address: { esl: firstNode(node), sip } };
}

async function secondSimulator({ engine, home }: BenchEngine): Promise<Place> {
  const [eslPort, controlPort] = [await freePort(), await freePort()];
  await engine.supervisor.start({
    name: 'baseline-switch',
    argv: [process.execPath, startScript, '--role', 'simulator'],
    stage: STAGE,
    env: {
      CALLWRIGHT_HOME: home,
      SIMULATOR_ESL_PORT: String(eslPort),
      SIMULATOR_CONTROL_PORT: String(controlPort),
    },
  });
  const node = `baseline=esl://:${readSecret(openHome(home), 'switch-password')}@127.0.0.1:${eslPort}`;
  return { node, address: { esl: firstNode(node), controlPort } };
}
