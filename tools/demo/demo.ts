import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { toCallDetailView } from '../../api/call/call-view.ts';
import { systemActor } from '../../contracts/api/actor.ts';
import type { CallDetailView } from '../../contracts/api/calls.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import { CallId } from '../../contracts/ids.ts';
import type { Repositories } from '../../db/repositories/index.ts';
import { type CallView, type ControlClient, connectControl } from '../../freeswitch/simulator/index.ts';
import { DEFAULT_HOME } from '../../workers/parts/home.ts';
import { MAIN_LINE, PIN_LINE } from '../../workers/setup/demo-numbers.ts';
import { readRun } from '../setup/read-run.ts';
import { withTables } from '../setup/with-tables.ts';
import { createListener, type KeyPress } from './listener.ts';
import { engineStory, turnTable } from './story.ts';

/** `npm run demo`: two real calls through the running engine, told from the caller's ear and from the engine's side. */
const promptsDir = fileURLToPath(new URL('../../prompts', import.meta.url));
/** The demo runs on the engine's machine and reads its tables as the engine does. */
const actor = systemActor('setup');
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
    await withTables(async (tables) => {
      for (const visit of VISITS) await show(control, visit, texts, tables);
    });
  } finally {
    control.close();
  }
  say(`More: http://127.0.0.1:${run.port}/calls`);
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
  tables: Repositories,
): Promise<void> {
  say(`\n■ ${visit.title}: 010-0000-0000 calls ${visit.number}\n`);
  const listener = createListener({ promptsDir, texts, keys: visit.keys, say, control });
  const stop = control.onCall((view) => listener.follow(view));
  const { uuid } = await control.placeCall('01000000000', visit.number);
  listener.watch(uuid);
  const ended = await control.waitFor(uuid, over);
  stop();
  say(`\n  What the engine did (block, what came of it, time in it):`);
  for (const line of engineStory(await detail(tables, uuid))) say(`  ${line}`);
  say(`\n  How long each turn took, from the key or the end of a prompt to the next sound:`);
  for (const line of turnTable(ended, listener.pressed())) say(`  ${line}`);
}

const over = (view: CallView): boolean => view.state === 'ended' || view.state === 'lost';

/** The record is written in the call's last moment, which may be a little after the caller's. */
async function detail(tables: Repositories, uuid: string): Promise<CallDetailView> {
  const call = CallId.parse(uuid);
  for (let attempt = 0; ; attempt += 1) {
    const row = await tables.calls.get(actor, call);
    if (row?.state === 'ended' || (row !== undefined && attempt === 40)) {
      const [steps, dials] = [
        await tables.callSteps.ofCall(actor, call),
        await tables.dialAttempts.ofCall(actor, call),
      ];
      return toCallDetailView(row, new Map(), steps, dials);
    }
    if (attempt === 40) throw new CallwrightError('server/bug', 'the call left no record');
    await wait(100);
  }
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
