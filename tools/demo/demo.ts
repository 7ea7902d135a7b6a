import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { CallDetailView } from '../../contracts/api/calls.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import { type CallView, type ControlClient, connectControl } from '../../freeswitch/simulator/index.ts';
import { DEFAULT_HOME } from '../../workers/parts/home.ts';
import { MAIN_LINE, PIN_LINE } from '../../workers/setup/demo-numbers.ts';
import { readRun } from '../setup/read-run.ts';
import { createListener, type KeyPress } from './listener.ts';
import { engineStory, turnTable } from './story.ts';

/** `npm run demo`: two real calls through the running engine, told from the caller's ear and from the engine's side. */
const promptsDir = fileURLToPath(new URL('../../prompts', import.meta.url));
const say = (line = ''): void => void process.stdout.write(`${line}\n`);

type Visit = { title: string; number: string; keys: KeyPress[] };

const VISITS: Visit[] = [
  {
    title: 'The main line (대표번호)',
    number: MAIN_LINE,
    keys: [{ hears: 'ko/main/menu.wav', press: '4', afterMs: 1_500 }],
  },
  {
    title: 'The secure PIN line: a wrong PIN, then the right one',
    number: PIN_LINE,
    keys: [
      { hears: 'ko/pin/enter.wav', press: '111111', afterMs: 700, secret: true },
      { hears: 'ko/pin/enter.wav', press: '246810', afterMs: 700, secret: true },
    ],
  },
];

const Run = z.object({ port: z.number(), controlPort: z.number().optional() });
const Catalog = z.record(z.string(), z.object({ text: z.string() }));

async function main(): Promise<void> {
  const run = await runningEngine();
  const texts = Catalog.parse(JSON.parse(await readFile(join(promptsDir, 'manifest.json'), 'utf8')));
  const control = await connectControl({ port: run.controlPort });
  try {
    for (const visit of VISITS) await show(control, visit, texts, run.port);
  } finally {
    control.close();
  }
  say(`More: http://127.0.0.1:${run.port}/api/v1/calls`);
}

async function runningEngine(): Promise<{ port: number; controlPort: number }> {
  const file = join(process.env.CALLWRIGHT_HOME || DEFAULT_HOME, 'run.json');
  const { port, controlPort } = Run.parse(JSON.parse(await readRun(file)));
  if (controlPort === undefined) {
    const words = `the engine uses a real FreeSWITCH: dial ${MAIN_LINE} or ${PIN_LINE} with a phone instead`;
    throw new CallwrightError('config/invalid', words);
  }
  return { port, controlPort };
}

async function show(
  control: ControlClient,
  visit: Visit,
  texts: z.infer<typeof Catalog>,
  port: number,
): Promise<void> {
  say(`\n■ ${visit.title}: 010-0000-0000 calls ${visit.number}\n`);
  const listener = createListener({ promptsDir, texts, keys: visit.keys, say, control });
  const stop = control.onCall((view) => listener.follow(view));
  const { uuid } = await control.placeCall('01000000000', visit.number);
  listener.watch(uuid);
  const ended = await control.waitFor(uuid, over);
  stop();
  say(`\n  What the engine did (block, what came of it, time in it):`);
  for (const line of engineStory(await detail(port, uuid))) say(`  ${line}`);
  say(`\n  How long each turn took, from the key or the end of a prompt to the next sound:`);
  for (const line of turnTable(ended, listener.pressed())) say(`  ${line}`);
}

const over = (view: CallView): boolean => view.state === 'ended' || view.state === 'lost';

/** The record is written in the call's last moment, which may be a little after the caller's. */
async function detail(port: number, call: string): Promise<CallDetailView> {
  for (let attempt = 0; ; attempt += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/calls/${call}`);
    const parsed = CallDetailView.safeParse(await answer.json());
    if ((parsed.success && parsed.data.state === 'ended') || attempt === 40)
      return CallDetailView.parse(parsed.data);
    await wait(100);
  }
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
